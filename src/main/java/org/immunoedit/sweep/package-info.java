/**
 * Layer 6: many runs of one scenario. A {@link org.immunoedit.sweep.Design} says which values each point has, without
 * keeping the points; {@link org.immunoedit.sweep.Execution} runs points on all cores and hands their results on in the
 * order of the plan; a {@link org.immunoedit.sweep.Journal} is the growing file of results from which an interrupted
 * sweep goes on. Nothing here knows what a scenario is: a point is a list of numbers.
 *
 * <p>Two kinds of sweeps choose points by the results of others: a {@link org.immunoedit.sweep.BoundarySearch} halves
 * intervals within one row, and a {@link org.immunoedit.sweep.PhaseMap} is a design that grows round by round, each
 * round a function of the labels of all points before it, so that a table that was cut off can be played back.
 *
 * <p>Decisions: every draw is a function of (seed, point, name), a SplitMix64 stream per name read at the position of
 * the point, so that neither threads nor shards nor other names can change it; {@code StrictMath} keeps draws alike on
 * all machines. The journal is the result file itself, in plan order and only ever appended to: what a killed process
 * leaves is a prefix, and a prefix is all that resuming needs. Under several {@link org.immunoedit.sweep.Arms} the rows
 * of one point stand together, so that arms are compared on the same patients by reading the table once. Statistics are
 * exact and cite their sources; they know values and labels, not tables.
 */
package org.immunoedit.sweep;
