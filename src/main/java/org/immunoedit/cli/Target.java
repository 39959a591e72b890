package org.immunoedit.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.immunoedit.model.Equations;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.sweep.Spread;
import org.immunoedit.sweep.Variation;
import org.immunoedit.unit.Unit;

/**
 * Where a coordinate of a sweep goes.
 *
 * @param name of the parameter, the family of parameters or the state; the path of a number of a therapy or of the
 *     patient
 * @param times a unit's factor
 * @param over another one
 */
record Target(Kind kind, String name, double times, double over) {
    /** What is varied. */
    enum Kind {
        PARAMETER,
        INITIAL,
        /** A number of a therapy or of the patient. */
        DOSES
    }

    double value(double coordinate) {
        return coordinate * times / over;
    }

    /** Whether a path is that of something that doses follow from, and nothing else does. */
    static boolean concernsDoses(String path) {
        return path.startsWith("therapies[") || path.startsWith("patient.");
    }

    /**
     * The target of a variation; empty when it changes more than a number of a parameter, a state, a therapy or the
     * patient.
     */
    static Optional<Target> of(Variation variation, Equations equations) {
        String path = variation.path();
        if (variation.spread() instanceof Spread.Words) {
            return Optional.empty();
        }
        if (concernsDoses(path)) {
            return Optional.of(new Target(Kind.DOSES, path, 1, 1));
        }
        boolean initial = path.startsWith("initial.");
        if (!initial && !path.startsWith("parameters.")) {
            return Optional.empty();
        }
        String name = path.substring(path.indexOf('.') + 1);
        Kind kind = initial ? Kind.INITIAL : Kind.PARAMETER;
        int[] places = places(kind, name, equations);
        if (places.length == 0) {
            return Optional.empty();
        }
        String unit = initial
                ? equations.states().get(places[0]).unit()
                : equations.parameters().get(places[0]).unit();
        return of(kind, name, variation.unit(), unit);
    }

    /** Where it goes among the parameters or the states; one place for each member of a family of parameters. */
    int[] places(Equations equations) {
        return places(kind, name, equations);
    }

    private static int[] places(Kind kind, String name, Equations equations) {
        List<String> names = switch (kind) {
            case PARAMETER ->
                equations.parameters().stream().map(Equations.Parameter::name).toList();
            case INITIAL ->
                equations.states().stream().map(Equations.State::name).toList();
            case DOSES -> List.of();
        };
        boolean isFamily = kind == Kind.PARAMETER && !names.contains(name);
        return IntStream.range(0, names.size())
                .filter(i -> isFamily
                        ? names.get(i).startsWith(name + "[")
                        : names.get(i).equals(name))
                .toArray();
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
