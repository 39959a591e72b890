package org.immunoedit.protocol;

import java.util.OptionalDouble;
import org.immunoedit.model.Literal;
import org.immunoedit.unit.Quantity;
import org.immunoedit.unit.Unit;

/** Reads times of a scenario in the model's unit of time, and compares times that rounding may have moved. */
final class Clock {
    private static final int ROUNDINGS = 8;
    private static final double SMALLEST = 1e-300;

    private final Unit time;
    private final Faults faults;

    Clock(Unit time, Faults faults) {
        this.time = time;
        this.faults = faults;
    }

    /** Whether two times are less than a few roundings apart, so that they are one instant. */
    static boolean same(double a, double b) {
        double size = Math.max(SMALLEST, Math.min(Math.abs(a), Math.abs(b)));
        return Math.abs(a - b) <= ROUNDINGS * Math.ulp(size);
    }

    /** Whether {@code a} is earlier than {@code b} by more than rounding. */
    static boolean before(double a, double b) {
        return a < b && !same(a, b);
    }

    /** A time of 0 or more; empty after an error. */
    OptionalDouble time(Literal literal) {
        return read(literal, false);
    }

    /** A time above 0; empty after an error. */
    OptionalDouble positive(Literal literal) {
        return read(literal, true);
    }

    /** One day in the model's unit of time; empty when that unit is not a time. */
    OptionalDouble day() {
        return time.sameDimension(Wording.DAY)
                ? OptionalDouble.of(new Quantity(1, Wording.DAY).in(time))
                : OptionalDouble.empty();
    }

    /** A time for a message. */
    String text(double value) {
        return Wording.quantity(value, time);
    }

    private OptionalDouble read(Literal literal, boolean positive) {
        Unit unit = literal.unit().orElse(time);
        if (!unit.sameDimension(time)) {
            String found = Wording.quoted(literal) + " is " + Wording.kind(unit) + ", not " + Wording.kind(time);
            String wanted = day().isPresent() ? "a time in " + time.text() : "a number in the model's unit of time";
            faults.error("unit", literal.place(), found, wanted);
            return OptionalDouble.empty();
        }
        double value = new Quantity(literal.value(), unit).in(time);
        if (!(positive ? value > 0 : value >= 0)) {
            String found = Wording.quoted(literal) + (positive ? " is not positive" : " is negative");
            faults.error("range", literal.place(), found, positive ? "a time above 0" : "a time of 0 or more");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(value);
    }
}
