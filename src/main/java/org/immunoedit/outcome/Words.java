package org.immunoedit.outcome;

import java.util.Locale;

/** Numbers in sentences: four digits, and the unit unless it is 1. */
public final class Words {
    private Words() {}

    /** Four significant digits without trailing zeros. */
    public static String number(double value) {
        String text = String.format(Locale.ROOT, "%.4g", value);
        int exponent = text.indexOf('e');
        String digits = exponent < 0 ? text : text.substring(0, exponent);
        if (digits.indexOf('.') >= 0) {
            digits = digits.replaceAll("0+$", "").replaceAll("\\.$", "");
        }
        return exponent < 0
                ? digits
                : digits + text.substring(exponent).replace("+", "").replaceFirst("e(-?)0", "e$1");
    }

    /** A number and its unit; the unit 1 is not written. */
    public static String quantity(double value, String unit) {
        return unit.isEmpty() || unit.equals("1") ? number(value) : number(value) + " " + unit;
    }

    /** A change of a logarithm as a percentage with its sign; above tenfold, or below a tenth, as a factor. */
    static String percent(double logChange) {
        if (Math.abs(logChange) > Math.log(10)) {
            return "x " + number(Math.exp(logChange));
        }
        double percent = 100 * Math.expm1(logChange);
        // no minus sign before 0.00
        return String.format(Locale.ROOT, "%+.2f %%", Math.abs(percent) < 0.005 ? 0.0 : percent);
    }
}
