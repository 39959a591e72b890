/**
 * Layer 3: treatment as data. A {@link org.immunoedit.protocol.Therapy} is what a scenario says; a
 * {@link org.immunoedit.protocol.Timeline} is what happens when: instants, each with all its jumps in file order.
 * {@link org.immunoedit.protocol.Schedule} turns the one into the other. Two decisions: times that differ by rounding
 * only are one instant, and the flow into a state is counted anew at each change, never added to and taken from, so
 * that no dose is lost or doubled and a flow returns to exactly 0.
 *
 * <p>A {@link org.immunoedit.protocol.Rule} is a decision that may be taken during the run. A
 * {@link org.immunoedit.protocol.Regimen} is what is prescribed together with what was decided; each decision weaves
 * the timeline anew, so that it is always the one of the doses that are left.
 */
package org.immunoedit.protocol;
