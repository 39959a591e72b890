package org.immunoedit.protocol;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.immunoedit.model.Literal;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.unit.Unit;

/** Words for messages about doses: numbers as people write them and what a unit measures. */
final class Wording {
    static final Unit KILOGRAM = unit("kg");
    static final Unit SQUARE_METER = unit("m^2");
    static final Unit DAY = unit("d");

    private static final Pattern PER_WEIGHT = Pattern.compile(".*/[^/]*\\bk?g\\b.*");
    private static final Map<Unit, String> KINDS = kinds();

    private Wording() {}

    /** A known unit. */
    static Unit unit(String text) {
        return Unit.parse(text, Place.startOf("unit"), new Problems()).orElseThrow();
    }

    private static Map<Unit, String> kinds() {
        Map<Unit, String> kinds = new LinkedHashMap<>();
        kinds.put(unit("mg"), "a mass");
        kinds.put(unit("L"), "a volume");
        kinds.put(DAY, "a time");
        kinds.put(unit("cell"), "a number of cells");
        kinds.put(unit("IU"), "an activity");
        kinds.put(unit("mol"), "an amount of substance");
        kinds.put(unit("m"), "a length");
        kinds.put(SQUARE_METER, "an area");
        kinds.put(unit("mg/L"), "a concentration by mass");
        kinds.put(unit("mol/L"), "a concentration");
        kinds.put(unit("cell/L"), "a cell density");
        kinds.put(unit("IU/L"), "an activity per volume");
        kinds.put(unit("mg/d"), "a mass per time");
        kinds.put(unit("cell/d"), "a number of cells per time");
        kinds.put(unit("IU/d"), "an activity per time");
        kinds.put(unit("mg/m^2"), "a mass per area");
        kinds.put(unit("cell/kg"), "a number of cells per mass");
        kinds.put(unit("IU/kg"), "an activity per mass");
        kinds.put(unit("Gy"), "a radiation dose");
        kinds.put(unit("1/d"), "a rate");
        kinds.put(unit("1"), "a number without dimension");
        return kinds;
    }

    /** What a unit measures, with its article. */
    static String kind(Unit unit) {
        return KINDS.entrySet().stream()
                .filter(entry -> entry.getKey().sameDimension(unit))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("of dimension " + unit.dimension());
    }

    /** Whether a unit divides by a mass in so many words, as {@code mg/kg} does although it has no dimension. */
    static boolean perWeight(Unit unit) {
        return PER_WEIGHT.matcher(unit.text()).matches();
    }

    /** A number without needless zeros: {@code 200}, {@code 0.5}, {@code 1e-7}; also {@code endless}. */
    static String number(double value) {
        if (Double.isInfinite(value)) {
            return "endless";
        }
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        double size = Math.abs(value);
        boolean plain = value == 0 || size >= 1e-4 && size < 1e7;
        return plain
                ? exact.toPlainString()
                : exact.toString().toLowerCase(Locale.ROOT).replace("e+", "e");
    }

    /** A number and its unit; the unit {@code 1} is left out. */
    static String quantity(double value, Unit unit) {
        return unit.text().equals("1") ? number(value) : number(value) + " " + unit.text();
    }

    /** A literal in quotes if it has a unit, as in the document. */
    static String quoted(Literal literal) {
        return literal.unit()
                .map(unit -> "\"" + quantity(literal.value(), unit) + "\"")
                .orElseGet(() -> number(literal.value()));
    }
}
