package org.immunoedit.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Maps data to an axis of length 1, and knows its ticks.
 *
 * <p>A logarithmic scale has no place for zero. One with a floor keeps a strip under its lowest value, where everything
 * below stands, zero too, so that extinction is seen and not cut off.
 *
 * @param kind linear, logarithmic or named places
 * @param from lowest value; above 0 on a logarithmic scale
 * @param to highest value; above {@code from}
 * @param floor label of the strip for lower values, e.g. {@code 0}; empty for none
 * @param names labels of the places 1, 2, … on a scale of names, else empty
 */
public record Scale(Kind kind, double from, double to, String floor, List<String> names) {
    /** How values are mapped. */
    public enum Kind {
        /** In proportion. */
        LINEAR,
        /** By their logarithm. */
        LOG,
        /** Places 1, 2, … with names. */
        NAMES
    }

    /** Middle of the strip for lower values. */
    static final double FLOOR = 0.03;

    /** Upper end of that strip. */
    static final double ABOVE_FLOOR = 0.1;

    private static final int MOST_DECADES = 8;

    public Scale {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(floor, "floor");
        names = List.copyOf(names);
        if (!(from < to) || !Double.isFinite(to - from) || kind == Kind.LOG && !(from > 0)) {
            throw new IllegalArgumentException(kind + " scale from " + from + " to " + to);
        }
    }

    /** A linear scale. */
    public static Scale linear(double from, double to) {
        return new Scale(Kind.LINEAR, from, to, "", List.of());
    }

    /** A logarithmic scale without a floor. */
    public static Scale log(double from, double to) {
        return new Scale(Kind.LOG, from, to, "", List.of());
    }

    /** A scale of names, each in the middle of its place. */
    public static Scale names(List<String> names) {
        return new Scale(Kind.NAMES, 0.5, names.size() + 0.5, "", names);
    }

    /** Where a value stands, 0 at the lower end and 1 at the upper; NaN for NaN. */
    public double position(double value) {
        if (kind != Kind.LOG) {
            return (value - from) / (to - from);
        }
        if (floor.isEmpty()) {
            return value > 0 ? Math.log(value / from) / Math.log(to / from) : Double.isNaN(value) ? value : -1;
        }
        if (value < from) {
            return FLOOR;
        }
        return ABOVE_FLOOR + (1 - ABOVE_FLOOR) * Math.log(value / from) / Math.log(to / from);
    }

    /** The value that stands at a position. */
    double value(double position) {
        if (kind != Kind.LOG) {
            return from + position * (to - from);
        }
        double share = floor.isEmpty() ? position : (position - ABOVE_FLOOR) / (1 - ABOVE_FLOOR);
        return from * Math.pow(to / from, share);
    }

    /**
     * The ticks, ascending.
     *
     * @param most labels there is room for, at least 2
     */
    public List<Tick> ticks(int most) {
        return switch (kind) {
            case LINEAR -> linearTicks(most);
            case LOG -> logTicks(Math.min(most, MOST_DECADES));
            case NAMES -> nameTicks();
        };
    }

    private List<Tick> nameTicks() {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            ticks.add(new Tick(i + 1, names.get(i)));
        }
        return ticks;
    }

    private List<Tick> linearTicks(int most) {
        double rough = (to - from) / Math.max(1, most - 1);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double ratio = rough / power;
        double digit = ratio <= 1.0001 ? 1 : ratio <= 2.0001 ? 2 : ratio <= 5.0001 ? 5 : 10;
        List<Tick> ticks = linearTicksEvery(power * digit);
        // one label alone, as 0 between −3 and 3, would tell no size
        while (ticks.size() < 2) {
            digit = digit == 5 ? 2 : digit / 2;
            ticks = linearTicksEvery(power * digit);
        }
        return ticks;
    }

    private List<Tick> linearTicksEvery(double step) {
        double tiny = 1e-9 * (to - from);
        List<Tick> ticks = new ArrayList<>();
        for (double i = Math.ceil((from - tiny) / step); i * step <= to + tiny; i++) {
            double value = i * step + 0.0; // never −0
            ticks.add(new Tick(value, Numerals.of(value, 6)));
        }
        return ticks;
    }

    private List<Tick> logTicks(int most) {
        int first = (int) Math.ceil(Math.log10(from) - 1e-9);
        int last = (int) Math.floor(Math.log10(to) + 1e-9);
        int every = Math.max(1, (int) Math.ceil((last - first + 1) / (double) most));
        boolean few = last - first < 1;
        List<Tick> ticks = new ArrayList<>();
        if (!floor.isEmpty()) {
            ticks.add(new Tick(0, floor));
        }
        for (int decade = first - 1; decade <= last; decade++) {
            double power = Double.parseDouble("1e" + decade);
            addLog(ticks, power, Math.floorMod(decade, every) == 0 ? Numerals.power(decade) : "");
            for (int digit = 2; digit <= 9 && (every == 1 || few); digit++) {
                boolean labelled = few && (digit == 2 || digit == 5);
                addLog(ticks, digit * power, labelled ? Numerals.of(digit * power, 1) : "");
            }
        }
        return ticks;
    }

    private void addLog(List<Tick> ticks, double value, String label) {
        if (value >= from * (1 - 1e-9) && value <= to * (1 + 1e-9)) {
            ticks.add(new Tick(value, label));
        }
    }
}
