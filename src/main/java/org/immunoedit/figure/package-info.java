/**
 * Layer 7: figures. A {@link org.immunoedit.figure.Figure} is a value: panels with axes, layers (lines, ribbons, dots,
 * cells) and marks in data coordinates, and it draws itself as SVG or PNG. What a figure shows is chosen by small
 * classes that turn results into panels: {@link org.immunoedit.figure.Course} for runs,
 * {@link org.immunoedit.figure.SweepMap} for sweeps, and their neighbors.
 *
 * <p>Decisions: the package has records of its own and reads no file; {@code cli} fills them from what {@code io}
 * reads. JFreeChart draws what lies inside the axes; scales, ticks, legends and the sheet are ours, because its
 * logarithmic axis has no honest place for zero and its legends cannot carry meanings. Batik turns drawing into SVG
 * with text as text. One point of the drawing is 1/72 inch, so that a font of 7 has 7 points on paper.
 *
 * <p>Nothing here is loaded unless a figure is drawn: JFreeChart, Batik and AWT must not slow the start of a run.
 */
package org.immunoedit.figure;
