package org.immunoedit.io;

import com.fasterxml.jackson.core.io.NumberOutput;

/**
 * Writes a number with the fewest digits that read back to the same double, alike on every JDK: {@code 320000},
 * {@code 0.001}, {@code 2e23}, {@code 1.23e-7}. From 0.001 to 10,000,000 the form is plain, outside whichever of plain
 * and exponent form is shorter. Both zeros are {@code 0}. One instance serves one thread.
 */
final class NumberText {
    private static final int MOST_DIGITS = 24;
    /** From here up to the other one Java writes no exponent. */
    private static final double LEAST_PLAIN = 1e-3;

    private static final double TOO_LARGE = 1e7;

    /** The significant digits of the number at hand, which is 0.d₁d₂… · 10^point. */
    private final char[] digits = new char[MOST_DIGITS];

    private int count;
    private int point;

    /** The text of one number; empty for NaN. */
    static String of(double value) {
        StringBuilder out = new StringBuilder(MOST_DIGITS);
        new NumberText().append(value, out);
        return out.toString();
    }

    /** Appends the text; nothing for NaN. An infinity, which no result should hold, is {@code Infinity}. */
    void append(double value, StringBuilder out) {
        if (value == 0) {
            out.append('0');
            return;
        }
        if (Double.isNaN(value)) {
            return;
        }
        double size = Math.abs(value);
        if (size < TOO_LARGE && value == (int) value) {
            out.append((int) value);
            return;
        }
        String text = NumberOutput.toString(value, true);
        if (size >= LEAST_PLAIN && size < TOO_LARGE || Double.isInfinite(value)) {
            out.append(text);
        } else {
            takeApart(text, text.indexOf('E'));
            write(value < 0, out);
        }
    }

    /** Reads what Java writes: one digit, a point, digits without needless zeros (but one at least), E, exponent. */
    private void takeApart(String text, int e) {
        count = 0;
        for (int i = 0; i < e; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits[count++] = c;
            }
        }
        if (digits[count - 1] == '0') {
            count--;
        }
        point = 1 + Integer.parseInt(text, e + 1, text.length(), 10);
    }

    private void write(boolean negative, StringBuilder out) {
        if (negative) {
            out.append('-');
        }
        if (plainLength() <= exponentLength()) {
            plain(out);
            return;
        }
        out.append(digits[0]);
        if (count > 1) {
            out.append('.').append(digits, 1, count - 1);
        }
        out.append('e').append(point - 1);
    }

    private int plainLength() {
        return point <= 0 ? 2 - point + count : Math.max(point, count + (point < count ? 1 : 0));
    }

    private int exponentLength() {
        int exponent = Math.abs(point - 1);
        int size = exponent >= 100 ? 3 : exponent >= 10 ? 2 : 1;
        return count + (count > 1 ? 1 : 0) + 1 + (point < 1 ? 1 : 0) + size;
    }

    private void plain(StringBuilder out) {
        if (point <= 0) {
            out.append("0.");
            zeros(-point, out);
            out.append(digits, 0, count);
        } else if (point >= count) {
            out.append(digits, 0, count);
            zeros(point - count, out);
        } else {
            out.append(digits, 0, point).append('.').append(digits, point, count - point);
        }
    }

    private static void zeros(int howMany, StringBuilder out) {
        for (int i = 0; i < howMany; i++) {
            out.append('0');
        }
    }
}
