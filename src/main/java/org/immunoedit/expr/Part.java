package org.immunoedit.expr;

/**
 * A piece of a formula while it is read.
 *
 * @param at 0-based offset of its first character
 * @param depth of its tree
 * @param closed whether it stands in parentheses
 */
record Part(Expr expr, int at, int depth, boolean closed) {
    private static final int SHOWN = 60;

    static Part leaf(Expr expr, int at) {
        return new Part(expr, at, 1, false);
    }

    /** A node above others. */
    static Part over(Expr expr, int at, Part... operands) throws FormulaFault {
        int deepest = 0;
        for (Part operand : operands) {
            deepest = Math.max(deepest, operand.depth);
        }
        if (deepest >= Parser.DEEPEST) {
            throw tooDeep(operands[operands.length - 1].at);
        }
        return new Part(expr, at, deepest + 1, false);
    }

    Part from(int start) {
        return new Part(expr, start, depth, closed);
    }

    Part asClosed() {
        return new Part(expr, at, depth, true);
    }

    static FormulaFault tooDeep(int at) {
        return new FormulaFault(
                at, "the formula is nested deeper than " + Parser.DEEPEST + " operations", "", Parser.SPLIT);
    }

    /** A formula for a message. */
    static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "\u2026";
    }
}
