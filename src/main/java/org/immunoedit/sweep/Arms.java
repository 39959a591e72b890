package org.immunoedit.sweep;

import java.util.HashSet;
import java.util.List;

/**
 * What the same points are compared under, and how their rows are counted: all arms of a point stand together, in the
 * order of the arms. Without names there is one row per point.
 *
 * @param names none when nothing is compared
 */
public record Arms(List<String> names) {
    /** Nothing is compared. */
    public static final Arms NONE = new Arms(List.of());

    public Arms {
        names = List.copyOf(names);
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("two arms have one name: " + names);
        }
    }

    /** Whether there are names to show. */
    public boolean named() {
        return !names.isEmpty();
    }

    /** Rows of each point, at least one. */
    public int count() {
        return Math.max(1, names.size());
    }

    /**
     * Rows of so many points.
     *
     * @throws ArithmeticException if there are more than 2⁶³−1
     */
    public long rows(long points) {
        return Math.multiplyExact(points, (long) count());
    }

    /** The point of a row, both counted from 0. */
    public long point(long row) {
        return row / count();
    }

    /** Which arm a row is of, counted from 0. */
    public int arm(long row) {
        return (int) (row % count());
    }
}
