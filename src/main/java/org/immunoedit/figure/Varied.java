package org.immunoedit.figure;

import java.util.List;
import java.util.Objects;

/**
 * A value that a sweep varies.
 *
 * @param path in the scenario, e.g. {@code parameters.a}
 * @param unit empty when unknown
 * @param log whether its values are spread by factors
 * @param names the words it takes, in order, if it is no number: then values are positions from 1
 */
public record Varied(String path, String unit, boolean log, List<String> names) {
    public Varied {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(unit, "unit");
        names = List.copyOf(names);
    }

    /** Title of its axis: the last part of the path alone, if that says what it is. */
    String title() {
        String shown = path.startsWith("parameters.") ? path.substring("parameters.".length()) : path;
        return Axis.titled(shown, unit);
    }

    /** An axis from one value to another. */
    Axis axis(double from, double to) {
        if (!names.isEmpty()) {
            return new Axis(title(), Scale.names(names));
        }
        return new Axis(title(), log ? Scale.log(from, to) : Scale.linear(from, to));
    }
}
