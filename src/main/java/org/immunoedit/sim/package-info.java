/**
 * Layer 4: one run. Time is split at every known discontinuity; inside a stretch an engine integrates something smooth;
 * between stretches jumps are applied in a fixed order: doses in file order, then events in file order until quiet.
 *
 * <p>Conditions of events and of {@code if(…)} in rates are atoms with a truth value that is constant within a stretch.
 * An engine stops where an atom's guard changes its side; the truth is then flipped, not evaluated again, because at
 * the crossing rounding decides the sign of the guard.
 */
package org.immunoedit.sim;
