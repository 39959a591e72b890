package org.immunoedit.io;

import org.immunoedit.sweep.Spread;
import org.immunoedit.sweep.Variation;

/**
 * A varied value as a table shows it and as an override sets it. Both say the same number: a run with the override
 * {@code PATH=VALUE} is the run of the point.
 */
public final class SweepCells {
    private SweepCells() {}

    /** The override that gives a name the value at a coordinate. */
    public static String setting(Variation variation, double coordinate) {
        if (variation.spread() instanceof Spread.Words words) {
            return variation.path() + "=" + words.json().get((int) coordinate);
        }
        String number = NumberText.of(coordinate);
        String unit = variation.unit();
        return variation.path() + "=" + (unit.isEmpty() ? number : JsonText.quoted(number + " " + unit));
    }

    /** A number with its unit, in words. */
    public static String words(double number, String unit) {
        return NumberText.of(number) + (unit.isEmpty() || unit.equals("1") ? "" : " " + unit);
    }

    /** The next field of a row: the number in the unit of the variation, or the word. */
    public static void write(Variation variation, double coordinate, CsvWriter csv) {
        if (variation.spread() instanceof Spread.Words words) {
            csv.text(words.shown().get((int) coordinate));
        } else {
            csv.number(coordinate);
        }
    }
}
