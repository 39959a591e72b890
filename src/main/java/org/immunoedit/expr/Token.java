package org.immunoedit.expr;

/**
 * A word of a formula.
 *
 * @param text as written; empty at the end
 * @param at 0-based offset
 * @param value of a number, otherwise 0
 */
record Token(Type type, String text, int at, double value) {
    enum Type {
        NUMBER,
        NAME,
        SYMBOL,
        END
    }

    boolean is(String symbolOrWord) {
        return type != Type.NUMBER && text.equals(symbolOrWord);
    }

    /** For messages. */
    String named() {
        return type == Type.END ? "the end" : "\"" + text + "\"";
    }
}
