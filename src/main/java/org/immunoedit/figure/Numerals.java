package org.immunoedit.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as a figure writes them: {@code 0.25}, {@code 1200}, {@code 2×10⁶}; superscripts in Unicode. */
final class Numerals {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final char MINUS = '⁻';
    private static final int PLAIN_FROM = -3;
    private static final int PLAIN_TO = 5;

    private Numerals() {}

    /** A power of ten: {@code 10⁻³}; {@code 1} and {@code 10} stay plain. */
    static String power(int exponent) {
        if (exponent == 0) {
            return "1";
        }
        return exponent == 1 ? "10" : "10" + superscript(exponent);
    }

    /** A number with at most some significant digits. */
    static String of(double value, int digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : "";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= PLAIN_FROM && exponent < PLAIN_TO) {
            return plain(rounded);
        }
        BigDecimal mantissa = rounded.scaleByPowerOfTen(-exponent);
        String front = plain(mantissa);
        return (front.equals("1") ? "" : front.equals("-1") ? "-" : front + "×") + power(exponent);
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** The digit or sign that a superscript stands for, or the character itself. */
    static char flat(char superscript) {
        int digit = SUPERSCRIPTS.indexOf(superscript);
        return digit >= 0 ? (char) ('0' + digit) : superscript == MINUS ? '−' : superscript;
    }

    /** Whether a character is set small and high. */
    static boolean isSuperscript(char c) {
        return c == MINUS || SUPERSCRIPTS.indexOf(c) >= 0;
    }

    /** A digit or minus sign as a superscript. */
    static char raised(char c) {
        return c == '-' ? MINUS : SUPERSCRIPTS.charAt(c - '0');
    }

    private static String superscript(int n) {
        StringBuilder text = new StringBuilder();
        for (char c : Integer.toString(n).toCharArray()) {
            text.append(raised(c));
        }
        return text.toString();
    }
}
