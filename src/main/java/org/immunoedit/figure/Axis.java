package org.immunoedit.figure;

import java.util.Objects;

/** An axis: what it measures, with unit, and how values are mapped. */
public record Axis(String title, Scale scale) {
    public Axis {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(scale, "scale");
    }

    /** A title with its unit in parentheses; the unit 1 and an unknown one are left out. */
    public static String titled(String name, String unit) {
        return unit.isEmpty() || unit.equals("1") ? name : name + " (" + readable(unit) + ")";
    }

    /** A unit with raised exponents: {@code mm^3} as mm³. */
    static String readable(String unit) {
        StringBuilder text = new StringBuilder();
        boolean raised = false;
        for (char c : unit.toCharArray()) {
            if (c == '^') {
                raised = true;
            } else if (raised && (c == '-' || Character.isDigit(c))) {
                text.append(Numerals.raised(c));
            } else {
                raised = false;
                text.append(c);
            }
        }
        return text.toString();
    }
}
