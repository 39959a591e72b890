package org.immunoedit.model;

import org.immunoedit.expr.Expr;

/**
 * An additive part of the rate of change of a quantity.
 *
 * @param label the model's own name for it, or a word: growth, saturation, death, gain or loss by a state
 * @param about what it is, in words or as a formula; may be empty
 * @param gain whether it is written with a plus sign
 * @param rate its value, negative for a loss (unit of the quantity per time unit)
 */
public record Contribution(String label, String about, boolean gain, Expr rate) {}
