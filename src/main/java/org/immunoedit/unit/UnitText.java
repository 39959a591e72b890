package org.immunoedit.unit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.immunoedit.unit.Dimension.Base;

/** Finds a readable name for a dimension and a factor: usual units first, a number in front if no units fit. */
final class UnitText {
    private static final double ROUNDING = 1e-12;

    private final List<Part> parts;
    private final double factor;

    private UnitText(List<Part> parts, double factor) {
        this.parts = parts;
        this.factor = factor;
    }

    /**
     * One base dimension of the unit.
     *
     * @param symbols units to choose from, the usual ones first
     * @param exponent of the unit
     */
    private record Part(List<String> symbols, Ratio exponent) {
        double factor(String symbol) {
            return Math.pow(UnitTable.find(symbol).orElseThrow().factor(), exponent.value());
        }
    }

    static String of(Dimension dimension, double factor) {
        List<Part> parts = Arrays.stream(Base.values())
                .filter(base -> !dimension.ratio(base).isZero())
                .map(base -> part(base, dimension.ratio(base)))
                .toList();
        return new UnitText(parts, factor).text();
    }

    private static Part part(Base base, Ratio exponent) {
        Ratio third = exponent.times(Ratio.of(1, 3));
        return switch (base) {
            case CELL -> new Part(List.of("cell"), exponent);
            case IU -> new Part(List.of("IU", "kIU", "MIU"), exponent);
            case MASS -> new Part(List.of("mg", "ug", "ng", "g", "kg", "pg"), exponent);
            case SUBSTANCE -> new Part(List.of("nmol", "umol", "mmol", "pmol", "mol"), exponent);
            case LENGTH ->
                third.denominator() == 1
                        ? new Part(List.of("L", "mL", "uL", "dL", "nL", "fL"), third)
                        : new Part(List.of("mm", "cm", "um", "m"), exponent);
            case TIME -> new Part(List.of("d", "h", "min", "s", "wk", "mo", "y"), exponent);
            case RADIATION -> new Part(List.of("Gy"), exponent);
        };
    }

    private String text() {
        List<String> chosen = new ArrayList<>();
        if (found(1, chosen)) {
            return written("", chosen);
        }
        if (parts.isEmpty() && Math.abs(factor / 0.01 - 1) <= ROUNDING) {
            return "%";
        }
        List<String> first = parts.stream().map(part -> part.symbols().get(0)).toList();
        double product = 1;
        for (int i = 0; i < parts.size(); i++) {
            product *= parts.get(i).factor(first.get(i));
        }
        double number = Math.max(Double.MIN_NORMAL, Math.min(Double.MAX_VALUE, factor / product));
        return written(Double.toString(number).replaceFirst("\\.0(?=E|$)", "").replace('E', 'e'), first);
    }

    /** Completes the choice of symbols so that their product is the factor. */
    private boolean found(double product, List<String> chosen) {
        if (chosen.size() == parts.size()) {
            return Math.abs(product / factor - 1) <= ROUNDING;
        }
        Part part = parts.get(chosen.size());
        for (String symbol : part.symbols()) {
            chosen.add(symbol);
            if (found(product * part.factor(symbol), chosen)) {
                return true;
            }
            chosen.remove(chosen.size() - 1);
        }
        return false;
    }

    private String written(String number, List<String> symbols) {
        List<String> above = new ArrayList<>();
        List<String> below = new ArrayList<>();
        for (int i = 0; i < symbols.size(); i++) {
            Ratio exponent = parts.get(i).exponent();
            Ratio size = exponent.isNegative() ? Ratio.ZERO.minus(exponent) : exponent;
            (exponent.isNegative() ? below : above).add(symbols.get(i) + (size.equals(Ratio.ONE) ? "" : "^" + size));
        }
        if (!number.isEmpty()) {
            above.add(0, number);
        }
        String top = above.isEmpty() ? "1" : String.join(" ", above);
        String bottom = String.join(" ", below);
        return below.isEmpty() ? top : top + "/" + (below.size() > 1 ? "(" + bottom + ")" : bottom);
    }
}
