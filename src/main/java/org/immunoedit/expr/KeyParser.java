package org.immunoedit.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;

/** Reads the keys under which a document declares names: {@code T[i]}, {@code mu[i,j]}, {@code hill(x, k, n)}. */
public final class KeyParser {
    private final Tokens tokens;

    private KeyParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Reads a name, perhaps indexed by names of indices or member numbers.
     *
     * @param place of the first character of the key; errors have code {@code formula}
     * @return empty after an error
     */
    public static Optional<Reference> parseTarget(String key, Place place, Problems problems) {
        try {
            return Optional.of(new KeyParser(new Tokens(Lexer.tokens(key))).target());
        } catch (FormulaFault fault) {
            problems.add(fault.in(place));
            return Optional.empty();
        }
    }

    /**
     * Reads the name and arguments of a function; a built-in cannot be declared again.
     *
     * @param place of the first character of the key; errors have code {@code formula}
     * @return empty after an error
     */
    public static Optional<Signature> parseSignature(String key, Place place, Problems problems) {
        try {
            return Optional.of(new KeyParser(new Tokens(Lexer.tokens(key))).signature());
        } catch (FormulaFault fault) {
            problems.add(fault.in(place));
            return Optional.empty();
        }
    }

    private Reference target() throws FormulaFault {
        Token name = name("a name such as \"T\" or \"T[i]\"");
        List<Expr> indices = new ArrayList<>();
        Token open = tokens.peek();
        if (tokens.accept("[")) {
            do {
                indices.add(index());
            } while (tokens.accept(","));
            tokens.expect("]", open);
        }
        end("a name such as \"T\" or \"T[i]\"");
        if (indices.size() > 2) {
            throw new FormulaFault(
                    open.at(), "\"" + name.text() + "\" has " + indices.size() + " indices", "one or two", "");
        }
        return new Reference(name.text(), indices, name.at());
    }

    private Expr index() throws FormulaFault {
        Token token = tokens.next();
        boolean member =
                token.type() == Token.Type.NUMBER && token.value() >= 1 && token.value() == Math.rint(token.value());
        if (member) {
            return new Num(token.value());
        }
        if (token.type() != Token.Type.NAME || Names.isKeyword(token.text())) {
            throw new FormulaFault(
                    token.at(), token.named() + " is not an index", "the name of an index or 1, 2, \u2026", "");
        }
        return new Reference(token.text(), List.of(), token.at());
    }

    private Signature signature() throws FormulaFault {
        String shape = "a name with arguments such as \"hill(x, k, n)\"";
        Token name = name(shape);
        if (Names.isTaken(name.text())) {
            throw new FormulaFault(name.at(), "\"" + name.text() + "\" is built in", "another name", "");
        }
        List<String> arguments = new ArrayList<>();
        Token open = tokens.peek();
        if (!tokens.accept("(")) {
            throw new FormulaFault(open.at(), "\"" + name.text() + "\" has no arguments", shape, "");
        }
        do {
            Token argument = name("the name of an argument");
            if (arguments.contains(argument.text())) {
                throw new FormulaFault(argument.at(), argument.named() + " is there twice", "another name", "");
            }
            arguments.add(argument.text());
        } while (tokens.accept(","));
        tokens.expect(")", open);
        end(shape);
        return new Signature(name.text(), arguments);
    }

    private Token name(String expected) throws FormulaFault {
        Token token = tokens.next();
        if (token.type() != Token.Type.NAME) {
            String found = token.type() == Token.Type.END ? "the name is missing" : "unexpected " + token.named();
            throw new FormulaFault(token.at(), found, expected, "");
        }
        if (Names.isKeyword(token.text())) {
            throw new FormulaFault(
                    token.at(), token.named() + " is a word of the formula language", "another name", "");
        }
        return token;
    }

    private void end(String expected) throws FormulaFault {
        if (!tokens.isNext("")) {
            throw new FormulaFault(
                    tokens.peek().at(), "unexpected " + tokens.peek().named(), expected, "");
        }
    }
}
