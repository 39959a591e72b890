/**
 * Layer 4: one run. Time is split at every known discontinuity; inside a stretch an engine integrates something smooth;
 * between stretches things happen in a fixed order: rules, doses, events until quiet, each in file order.
 *
 * <p>Conditions of events and of {@code if(…)} in rates are atoms with a truth value that is constant within a stretch.
 * An engine stops where an atom's guard changes its side; the truth is then flipped, not evaluated again, because at
 * the crossing rounding decides the sign of the guard.
 *
 * <p>Rules look at the patient through {@link org.immunoedit.sim.Assessor}, because the definitions of responses belong
 * to a layer above. Assessments do not split time: a scout integrates ahead of the run.
 */
package org.immunoedit.sim;
