/**
 * Layer 5: what equations do without being integrated, and what is read off a run. Equilibria are found by a damped
 * Newton method with the exact Jacobian ({@link org.immunoedit.analysis.EquilibriumSearch}), their stability from
 * eigenvalues ({@link org.immunoedit.analysis.Spectrum}), thresholds of a parameter by following an equilibrium
 * ({@link org.immunoedit.analysis.Continuation}). {@link org.immunoedit.analysis.Readings} watches a run for values,
 * extrema, crossings and periods, {@link org.immunoedit.analysis.Turnover} for what won from turn to turn,
 * {@link org.immunoedit.analysis.Budget} for what was gained and lost in intervals of time.
 *
 * <p>Decisions: sizes of states differ by many orders of magnitude, so every norm is relative to the state and Newton
 * steps are judged by the natural monotonicity test, which no scaling of the rates can upset. A state at 0 that stays
 * there is kept at exactly 0. Linear systems and eigenvalues are those of Commons Math, on matrices that were balanced
 * before, because its tests for zero are absolute.
 */
package org.immunoedit.analysis;
