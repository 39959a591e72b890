package org.immunoedit.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a formula into tokens; knows what people write out of habit from other languages, and answers with a hint. */
final class Lexer {
    /** Longest formula read, in characters. */
    static final int LONGEST = 200_000;

    private static final Pattern NUMBER = Pattern.compile("(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
    private static final Pattern SYMBOL = Pattern.compile("\\*\\*|<=|>=|==|!=|<>|&&|\\|\\||[-+*/^()\\[\\],<>]");

    /** What is not of the grammar, and what to write instead. */
    private static final Map<String, String> FOREIGN = Map.ofEntries(
            Map.entry("**", "write a power as \"^\""),
            Map.entry("=", "write a comparison as \"==\""),
            Map.entry("<>", "write \"!=\""),
            Map.entry("&&", "write \"and\""),
            Map.entry("&", "write \"and\""),
            Map.entry("||", "write \"or\""),
            Map.entry("|", "write \"or\""),
            Map.entry("!", "write \"not\""),
            Map.entry("?", "write \"if(condition, then, otherwise)\""),
            Map.entry("%", "write the remainder of a/b as \"a - b*floor(a/b)\""),
            Map.entry(";", "separate arguments by \",\""),
            Map.entry("{", "write \"(\""),
            Map.entry("}", "write \")\""),
            Map.entry("\u2212", "write \"-\""),
            Map.entry("\u2013", "write \"-\""),
            Map.entry("\u00d7", "write \"*\""),
            Map.entry("\u00b7", "write \"*\""),
            Map.entry("\u2264", "write \"<=\""),
            Map.entry("\u2265", "write \">=\""),
            Map.entry("\u2260", "write \"!=\""),
            Map.entry("\u00b2", "write \"^2\""),
            Map.entry("\u00b3", "write \"^3\""));

    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) throws FormulaFault {
        if (text.length() > LONGEST) {
            throw new FormulaFault(0, "the formula is longer than " + LONGEST + " characters", "", Parser.SPLIT);
        }
        Lexer lexer = new Lexer(text);
        List<Token> tokens = new ArrayList<>();
        Token token;
        do {
            token = lexer.next();
            tokens.add(token);
        } while (token.type() != Token.Type.END);
        return tokens;
    }

    private Token next() throws FormulaFault {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        int start = at;
        if (start == text.length()) {
            return new Token(Token.Type.END, "", start, 0);
        }
        if (accept(NUMBER)) {
            return number(start);
        }
        if (accept(NAME)) {
            return new Token(Token.Type.NAME, text.substring(start, at), start, 0);
        }
        String symbol = accept(SYMBOL) ? text.substring(start, at) : firstCharacter();
        if (at == start || FOREIGN.containsKey(symbol)) {
            throw foreign(symbol);
        }
        return new Token(Token.Type.SYMBOL, symbol, start, 0);
    }

    private Token number(int start) throws FormulaFault {
        String digits = text.substring(start, at);
        if (accept(NAME)) {
            String name = text.substring(start + digits.length(), at);
            throw new FormulaFault(
                    start,
                    "\"" + digits + name + "\" is neither a number nor a name",
                    "",
                    "write a product as \"" + digits + "*" + name + "\"");
        }
        double value = Double.parseDouble(digits);
        if (Double.isInfinite(value)) {
            throw new FormulaFault(start, digits + " is too large for a number", "at most 1.7976931348623157e308", "");
        }
        return new Token(Token.Type.NUMBER, digits, start, value);
    }

    private boolean accept(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        boolean found = matcher.lookingAt();
        at = found ? matcher.end() : at;
        return found;
    }

    private FormulaFault foreign(String symbol) {
        int from = text.startsWith(symbol, at) ? at : at - symbol.length();
        int code = symbol.codePointAt(0);
        String hint = FOREIGN.getOrDefault(symbol, "");
        if (hint.isEmpty() && Character.isLetter(code)) {
            hint = "names are made of A-Z, a-z, 0-9, \"_\" and \".\"" + spelled(code);
        }
        return new FormulaFault(from, "\"" + symbol + "\" is not part of a formula", "", hint);
    }

    /** The name of a Greek letter. */
    private static String spelled(int code) {
        String name = Character.getName(code);
        boolean greek = name != null && name.matches("GREEK (SMALL|CAPITAL) LETTER [A-Z]+");
        return greek ? "; write \"" + name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT) + "\"" : "";
    }

    private String firstCharacter() {
        return text.substring(at, at + Character.charCount(text.codePointAt(at)));
    }
}
