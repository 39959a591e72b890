/**
 * Layer 6: many runs of one scenario. A {@link org.immunoedit.sweep.Design} says which values each point has, without
 * keeping the points; {@link org.immunoedit.sweep.Execution} runs points on all cores and hands their results on in the
 * order of the plan; a {@link org.immunoedit.sweep.Journal} is the growing file of results from which an interrupted
 * sweep goes on. Nothing here knows what a scenario is: a point is a list of numbers.
 *
 * <p>Decisions: every draw is a function of (seed, point, name), a SplitMix64 stream per name read at the position of
 * the point, so that neither threads nor shards nor other names can change it; {@code StrictMath} keeps draws alike on
 * all machines. The journal is the result file itself, in plan order and only ever appended to: what a killed process
 * leaves is a prefix, and a prefix is all that resuming needs.
 */
package org.immunoedit.sweep;
