package org.immunoedit.unit;

import java.util.Optional;

/**
 * Reads a unit: a product or quotient of powers, e.g. {@code cell/(uL d)}. A space is a product. Also understood, from
 * UCUM: {@code .} as product, {@code mm2}, {@code 10*6}, {@code [iU]}, a leading {@code /}; and {@code µ} for
 * {@code u}.
 */
final class UnitParser {
    private static final int DEEPEST = 50;
    /** Beyond any unit, and so small that a product or quotient of three stays finite. */
    private static final double LARGEST = 1e100;

    private final String text;
    private int at;
    private int depth;

    private UnitParser(String text) {
        this.text = text.replace('\u00b5', 'u').replace('\u03bc', 'u').replace('\u00b7', '*');
    }

    static Unit read(String text) throws UnitFault {
        UnitParser parser = new UnitParser(text);
        parser.skipSpaces();
        if (parser.at == parser.text.length()) {
            throw new UnitFault("the unit is empty", 0, "write \"1\" for a pure number", "");
        }
        Unit unit = parser.product();
        if (parser.at < parser.text.length()) {
            throw parser.unexpected();
        }
        return new Unit(unit.dimension(), unit.factor(), parser.text.strip());
    }

    private Unit product() throws UnitFault {
        Unit result = peek() == '/' ? Unit.ONE : power();
        boolean divided = false;
        skipSpaces();
        while (at < text.length() && peek() != ')') {
            int start = at;
            char operator = peek();
            boolean written = operator == '/' || operator == '*' || operator == '.';
            if (written) {
                at++;
                skipSpaces();
            } else if (divided) {
                throw new UnitFault(
                        "\"" + text.strip() + "\" is ambiguous",
                        start,
                        "put what is divided by in parentheses",
                        grouped());
            }
            Unit factor = power();
            divided |= operator == '/';
            result = checked(start, operator == '/' ? result.per(factor) : result.times(factor));
            skipSpaces();
        }
        return result;
    }

    private Unit power() throws UnitFault {
        int start = at;
        Unit base = primary();
        boolean symbol = Character.isLetter(text.charAt(start)) || text.charAt(start) == '[';
        double exponent = 1;
        if (peek() == '^') {
            at++;
            exponent = exponent();
        } else if (symbol && Character.isDigit(peek())) {
            exponent = number();
        } else if (peek() == '\u00b2' || peek() == '\u00b3') {
            exponent = peek() == '\u00b2' ? 2 : 3;
            at++;
        }
        Optional<Dimension> dimension = base.dimension().power(exponent);
        double factor = Math.pow(base.factor(), exponent);
        if (dimension.isEmpty() || !isUsual(factor)) {
            throw outOfRange(start);
        }
        return new Unit(dimension.get(), factor, base.text());
    }

    private Unit primary() throws UnitFault {
        char c = peek();
        if (c == '(') {
            return parenthesis();
        }
        if (c == '%' || c == '[' && text.indexOf(']', at) > 0 || Character.isLetter(c)) {
            return symbol();
        }
        if (!Character.isDigit(c)) {
            throw unexpected();
        }
        int start = at;
        double value = number();
        if (value == 10 && peek() == '*' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1))) {
            at++;
            value = Math.pow(10, number());
        }
        if (!isUsual(value)) {
            throw outOfRange(start);
        }
        return new Unit(Dimension.NONE, value, "1");
    }

    private Unit parenthesis() throws UnitFault {
        int start = at++;
        if (++depth > DEEPEST) {
            throw new UnitFault("the unit is nested too deeply", start, "", "");
        }
        skipSpaces();
        Unit inner = product();
        if (peek() != ')') {
            throw new UnitFault("\"(\" in \"" + text.strip() + "\" is not closed", start, "", text.strip() + ")");
        }
        at++;
        depth--;
        return inner;
    }

    private Unit symbol() throws UnitFault {
        int start = at++;
        if (text.charAt(start) == '[') {
            at = text.indexOf(']', at) + 1;
        } else if (text.charAt(start) != '%') {
            while (Character.isLetter(peek()) || peek() == '_') {
                at++;
            }
        }
        String symbol = text.substring(start, at);
        Optional<Unit> unit = UnitTable.find(symbol);
        if (unit.isEmpty()) {
            Optional<String> near = UnitTable.nearest(symbol);
            String repaired = near.map(n -> text.substring(0, start) + n + text.substring(at))
                    .orElse("");
            throw new UnitFault(namely(symbol) + " is not a unit", start, "", repaired.strip());
        }
        return unit.get();
    }

    private double exponent() throws UnitFault {
        int start = at;
        boolean grouped = peek() == '(';
        at += grouped ? 1 : 0;
        double sign = peek() == '-' ? -1 : 1;
        at += peek() == '-' || peek() == '+' ? 1 : 0;
        double value = sign * number();
        if (grouped && peek() == '/') {
            at++;
            value /= number();
        }
        if (grouped && peek() != ')') {
            throw new UnitFault("the exponent in \"" + text.strip() + "\" is not closed", start, "", "");
        }
        at += grouped ? 1 : 0;
        return value;
    }

    private double number() throws UnitFault {
        int end = Quantity.endOfNumber(text, at);
        if (end == at) {
            throw unexpected();
        }
        double value = Double.parseDouble(text.substring(at, end));
        at = end;
        return value;
    }

    private Unit checked(int start, Unit unit) throws UnitFault {
        if (!isUsual(unit.factor())) {
            throw outOfRange(start);
        }
        return unit;
    }

    private static boolean isUsual(double factor) {
        return factor >= 1 / LARGEST && factor <= LARGEST;
    }

    private UnitFault outOfRange(int start) {
        return new UnitFault("a number in \"" + text.strip() + "\" is out of range", start, "", "");
    }

    private UnitFault unexpected() {
        String found =
                at == text.length() ? "\"" + text.strip() + "\" ends too early" : namely(token()) + " is not a unit";
        return new UnitFault(found, at, "", "");
    }

    /** The next character or word, for a message. */
    private String token() {
        return text.substring(at, at + Character.charCount(text.codePointAt(at)));
    }

    private String namely(String token) {
        String whole = text.strip();
        return token.equals(whole) ? "\"" + token + "\"" : "\"" + token + "\" in \"" + whole + "\"";
    }

    /** The text with everything behind its first slash in parentheses. */
    private String grouped() {
        int slash = text.indexOf('/');
        boolean plain = depth == 0 && slash == text.lastIndexOf('/') && text.indexOf('(') < 0;
        return plain
                ? text.substring(0, slash).strip() + "/("
                        + text.substring(slash + 1).strip() + ")"
                : "";
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void skipSpaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
