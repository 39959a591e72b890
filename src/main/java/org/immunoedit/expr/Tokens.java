package org.immunoedit.expr;

import java.util.List;

/** The tokens of a formula, read from left to right. */
final class Tokens {
    private final List<Token> list;
    private int next;

    /** The last token is the end. */
    Tokens(List<Token> list) {
        this.list = list;
    }

    Token peek() {
        return list.get(next);
    }

    /** The next token; the end stays the next one. */
    Token next() {
        Token token = list.get(next);
        next += token.type() == Token.Type.END ? 0 : 1;
        return token;
    }

    /** Whether the next token is this symbol or word; the empty text is the end. */
    boolean isNext(String symbol) {
        return peek().is(symbol);
    }

    /** Takes the next token if it is this symbol. */
    boolean accept(String symbol) {
        boolean found = isNext(symbol);
        if (found) {
            next();
        }
        return found;
    }

    /** Takes the bracket that closes another one. */
    void expect(String symbol, Token open) throws FormulaFault {
        if (!accept(symbol)) {
            Token found = peek();
            boolean end = found.type() == Token.Type.END;
            throw new FormulaFault(
                    end ? open.at() : found.at(),
                    end ? open.named() + " is not closed" : "unexpected " + found.named(),
                    "\"" + symbol + "\"",
                    end || found.type() == Token.Type.SYMBOL ? "" : "write a product as \"*\"");
        }
    }

    /** The number of brackets open before the token read last. */
    int openBrackets() {
        int open = 0;
        for (Token token : list.subList(0, Math.max(0, next - 1))) {
            open += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
        }
        return open;
    }
}
