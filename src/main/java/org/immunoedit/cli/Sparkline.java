package org.immunoedit.cli;

import java.util.List;

/**
 * A course in one line of text: eight heights over the logarithm of positive values, a dot where there is nothing.
 *
 * @param floor values below it count as nothing, as 0 does
 * @param unicode whether bars can be shown; otherwise digits from 1 to 8, and 0 for nothing
 */
record Sparkline(double floor, boolean unicode) {
    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final String NOTHING = "·";
    /** A course within this factor is flat: bars would make much of little. */
    private static final double FLAT = 1.01;

    /** One sign for each value; a blank where it is not known. */
    String of(List<Double> values) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (double value : values) {
            if (isThere(value) && Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        StringBuilder line = new StringBuilder();
        for (double value : values) {
            line.append(sign(value, low, high));
        }
        return line.toString();
    }

    private boolean isThere(double value) {
        return value > 0 && value >= floor;
    }

    private String sign(double value, double low, double high) {
        if (Double.isNaN(value)) {
            return " ";
        }
        if (!isThere(value)) {
            return unicode ? NOTHING : "0";
        }
        int top = BARS.length() - 1;
        double share = high > FLAT * low ? Math.log(value / low) / Math.log(high / low) : 0.5;
        int level = (int) Math.max(0, Math.min(top, Math.round(share * top)));
        return unicode ? BARS.substring(level, level + 1) : Integer.toString(level + 1);
    }
}
