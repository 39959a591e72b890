/**
 * Layer 3: integrators behind the seam of {@link org.immunoedit.ode}.
 *
 * <p>A {@code Stepper} is a one-step method with its memory; {@code MarchingEngine} drives it through a stretch, and a
 * {@code Choice} says which stepper goes on, so that a fixed method and the automatic choice are one loop. Guards are
 * searched by one class, {@code Crossings}, on any dense output. Commons Math is used for its Dormand–Prince 8(5,3)
 * steps only: its events lose resets (see the tests), and what it interpolates is judged by {@code DenseError} before
 * it is believed. Errors are measured in the largest, not the mean, component: a column of a table is judged alone,
 * whatever stands beside it. All decisions depend on counted work, never on the clock, and step sizes on plain
 * arithmetic only, so that a run gives the same bits everywhere its rates do.
 *
 * <p>Time is counted from the start of the stretch, so that steps after a dose may be finer than the time of the dose
 * resolves. Where the Rosenbrock method would jump over the decay of an unsigned state below its tolerance,
 * {@code Positivity} makes it follow, because such a state may relapse; {@code LinearSolver} keeps the digits of small
 * states apart from the rounding of large ones.
 *
 * <p>Runs of one program may go side by side ({@code LaneMarch}): a lane takes the plain steps of an explicit pair,
 * with their errors, sizes and guards in vector loops over all lanes, and keeps them where they were computed
 * ({@code LaneSlot}) until they are told. All that is special (the start of a stretch, a crossing, a failure, a change
 * of method) a run does alone, from where its lane stands. The arithmetic of a lane is that of the run alone, in the
 * same order; so are its bits.
 */
package org.immunoedit.engine;
