package org.immunoedit.cli;

import java.util.List;
import java.util.Optional;
import org.immunoedit.model.Equations;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.sweep.Spread;
import org.immunoedit.sweep.Variation;
import org.immunoedit.unit.Unit;

/**
 * Where a coordinate of a sweep goes.
 *
 * @param name of the parameter or state; the path of a number of a therapy
 * @param times a unit's factor
 * @param over another one
 */
record Target(Kind kind, String name, double times, double over) {
    /** What is varied. */
    enum Kind {
        PARAMETER,
        INITIAL,
        THERAPY
    }

    double value(double coordinate) {
        return coordinate * times / over;
    }

    /** The target of a variation; empty when it changes more than a number of a parameter, a state or a therapy. */
    static Optional<Target> of(Variation variation, Equations equations) {
        String path = variation.path();
        if (variation.spread() instanceof Spread.Words) {
            return Optional.empty();
        }
        if (path.startsWith("therapies[")) {
            return Optional.of(new Target(Kind.THERAPY, path, 1, 1));
        }
        boolean initial = path.startsWith("initial.");
        if (!initial && !path.startsWith("parameters.")) {
            return Optional.empty();
        }
        String name = path.substring(path.indexOf('.') + 1);
        List<String> states =
                equations.states().stream().map(Equations.State::name).toList();
        int position = initial ? states.indexOf(name) : equations.slot(name).orElse(-1);
        if (position < 0) {
            return Optional.empty();
        }
        String unit = initial
                ? equations.states().get(position).unit()
                : equations.parameters().get(position).unit();
        return of(initial ? Kind.INITIAL : Kind.PARAMETER, name, variation.unit(), unit);
    }

    /** Converts as the reading of a scenario does: by whichever of two factors is above 1. */
    private static Optional<Target> of(Kind kind, String name, String from, String to) {
        if (from.isEmpty()) {
            return Optional.of(new Target(kind, name, 1, 1));
        }
        Optional<Unit> given = Unit.parse(from, Place.startOf("unit"), new Problems());
        Optional<Unit> declared = Unit.parse(to, Place.startOf("unit"), new Problems());
        if (given.isEmpty() || declared.isEmpty() || !given.get().sameDimension(declared.get())) {
            return Optional.empty();
        }
        double factor = given.get().factorTo(declared.get());
        return Optional.of(
                factor >= 1
                        ? new Target(kind, name, factor, 1)
                        : new Target(kind, name, 1, declared.get().factorTo(given.get())));
    }
}
