/**
 * Layer 5: what a run means for the tumor and its host.
 *
 * <p>A {@link org.immunoedit.outcome.Judge} watches one column of a run and gives a
 * {@link org.immunoedit.outcome.Verdict}: the phase of immunoediting with its evidence, the timeline of phases,
 * endpoints, RECIST responses, and the peaks of other columns (toxicity, a cytokine) on request. All definitions are
 * data ({@link org.immunoedit.outcome.Criteria}). Everything is found on the fly from the dense output: a short window
 * of samples, the turning points, the last crossings; no trajectory is kept. The timeline is judged at checkpoints with
 * the same rule as the end, from what was known at that time, so that the last episode and the verdict cannot disagree.
 */
package org.immunoedit.outcome;
