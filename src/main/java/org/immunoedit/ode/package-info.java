/**
 * Layer 0: the seam between equations and integrators.
 *
 * <p>A {@link org.immunoedit.ode.Method} is an immutable choice, an {@link org.immunoedit.ode.Engine} the memory of one
 * run. An engine carries one smooth stretch forward and knows nothing of doses, files or CSV; a failed stretch is a
 * value ({@link org.immunoedit.ode.Ending.Failed}). A run that goes leg by leg is a {@link org.immunoedit.ode.Passage};
 * a {@link org.immunoedit.ode.LaneMethod} carries several of them side by side.
 */
package org.immunoedit.ode;
