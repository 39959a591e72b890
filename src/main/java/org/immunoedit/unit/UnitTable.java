package org.immunoedit.unit;

import static java.util.Map.entry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.problem.Nearest;
import org.immunoedit.unit.Dimension.Base;

/**
 * The named units. Factors count seconds, micrometers, picograms, picomoles, cells, IU and grays: with these bases
 * nearly every factor is an integer below 2⁵³ and thus exact (a liter is 10¹⁵ cubic micrometers).
 */
final class UnitTable {
    private static final double DAY = 86_400;
    private static final double LITER = 1e15;
    private static final double MOLE = 1e12;

    /** In the order in which a misspelt name is looked for: doses first. */
    private static final Map<String, Unit> UNITS = Collections.unmodifiableMap(units());

    /** Other ways to write a unit, answered by a hint. */
    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            entry("sec", "s"),
            entry("second", "s"),
            entry("seconds", "s"),
            entry("minute", "min"),
            entry("minutes", "min"),
            entry("mins", "min"),
            entry("hr", "h"),
            entry("hrs", "h"),
            entry("hour", "h"),
            entry("hours", "h"),
            entry("day", "d"),
            entry("days", "d"),
            entry("w", "wk"),
            entry("week", "wk"),
            entry("weeks", "wk"),
            entry("wks", "wk"),
            entry("month", "mo"),
            entry("months", "mo"),
            entry("yr", "y"),
            entry("yrs", "y"),
            entry("year", "y"),
            entry("years", "y"),
            entry("a", "y"),
            entry("cells", "cell"),
            entry("units", "IU"),
            entry("unit", "IU"),
            entry("u", "IU"),
            entry("miu", "MIU"),
            entry("mcg", "ug"),
            entry("gram", "g"),
            entry("grams", "g"),
            entry("gm", "g"),
            entry("liter", "L"),
            entry("liters", "L"),
            entry("litre", "L"),
            entry("cc", "mL"),
            entry("molar", "M"),
            entry("gray", "Gy"),
            entry("percent", "%"));

    private UnitTable() {}

    static Optional<Unit> find(String symbol) {
        return Optional.ofNullable(UNITS.get(symbol));
    }

    /** The symbol that a misspelt one most likely stands for. */
    static Optional<String> nearest(String symbol) {
        String known = SPELLINGS.get(symbol.toLowerCase(Locale.ROOT));
        return known != null ? Optional.of(known) : Nearest.of(symbol, UNITS.keySet());
    }

    private static Map<String, Unit> units() {
        Map<String, Unit> map = new LinkedHashMap<>();
        Dimension mass = Dimension.of(Base.MASS);
        put(map, mass, "mg", 1e9, "ug", 1e6, "ng", 1e3, "kg", 1e15, "g", 1e12, "pg", 1.0);
        put(map, Dimension.of(Base.IU), "IU", 1.0, "kIU", 1e3, "MIU", 1e6, "[iU]", 1.0);
        put(map, Dimension.of(Base.TIME), "d", DAY, "h", 3600.0, "min", 60.0, "s", 1.0);
        put(map, Dimension.of(Base.TIME), "wk", 7 * DAY, "mo", 30.4375 * DAY, "y", 365.25 * DAY);
        put(map, Dimension.of(Base.CELL), "cell", 1.0);
        Dimension length = Dimension.of(Base.LENGTH);
        Dimension volume = length.times(length).times(length);
        put(map, volume, "mL", 1e12, "uL", 1e9, "L", LITER, "dL", 1e14, "nL", 1e6, "fL", 1.0);
        put(map, length, "mm", 1e3, "cm", 1e4, "um", 1.0, "m", 1e6);
        Dimension substance = Dimension.of(Base.SUBSTANCE);
        put(map, substance, "mmol", 1e9, "umol", 1e6, "nmol", 1e3, "pmol", 1.0, "mol", MOLE);
        Dimension concentration = substance.per(volume);
        put(map, concentration, "mM", 1e9 / LITER, "uM", 1e6 / LITER, "nM", 1e3 / LITER, "pM", 1 / LITER);
        put(map, concentration, "M", MOLE / LITER);
        put(map, Dimension.of(Base.RADIATION), "Gy", 1.0);
        put(map, Dimension.NONE, "%", 0.01);
        return map;
    }

    private static void put(Map<String, Unit> map, Dimension dimension, Object... symbolsAndFactors) {
        for (int i = 0; i < symbolsAndFactors.length; i += 2) {
            String symbol = (String) symbolsAndFactors[i];
            map.put(symbol, new Unit(dimension, (Double) symbolsAndFactors[i + 1], symbol));
        }
    }
}
