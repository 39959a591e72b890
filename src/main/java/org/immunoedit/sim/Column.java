package org.immunoedit.sim;

import org.immunoedit.expr.Expr;

/**
 * A column of the output.
 *
 * @param name as in the header
 * @param is its formula over scalar names
 * @param unit as declared, empty if unknown
 * @param about meaning in words
 */
public record Column(String name, Expr is, String unit, String about) {}
