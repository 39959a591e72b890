package org.immunoedit.analysis;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.immunoedit.analysis.Branch.Point;
import org.immunoedit.analysis.Crossing.Kind;

/** Follows an equilibrium as a parameter changes, up to the first fold, Hopf or transcritical point. */
public final class Continuation {
    private static final double FIRST_STEP = 1e-3;
    private static final double LONGEST_STEP = 0.03;
    private static final double SHORTEST_STEP = 1e-9;
    private static final double GROWTH = 1.5;
    private static final int MOST_STEPS = 20_000;
    private static final int BISECTIONS = 48;

    private final Branch branch;
    private final double from;
    private final double to;

    /**
     * A branch between two values of a parameter.
     *
     * @param time instant at which the systems are looked at (model time)
     * @param typical sizes of the states, positive
     * @param from where the equilibrium is known (unit of the parameter)
     * @param to where the search ends at the latest (unit of the parameter), not {@code from}
     */
    public Continuation(Family family, double time, List<Double> typical, double from, double to) {
        double[] sizes = typical.stream().mapToDouble(Double::doubleValue).toArray();
        branch = new Branch(family, time, sizes, Math.min(from, to), Math.max(from, to));
        this.from = from;
        this.to = to;
    }

    /** The first crossing of a kind, starting from an equilibrium at the first value. */
    public Crossing first(Kind kind, Equilibrium start) {
        double[] x = start.state().stream().mapToDouble(Double::doubleValue).toArray();
        Optional<Point> point = branch.start(x, from, to > from);
        double step = FIRST_STEP;
        for (int k = 0; k < MOST_STEPS && point.isPresent(); k++) {
            Point here = point.get();
            Optional<Point> next = branch.after(here, step);
            while (next.isEmpty() && step > SHORTEST_STEP) {
                step /= 4;
                next = branch.after(here, step);
            }
            if (next.isEmpty()) {
                return lost(here);
            }
            Optional<Point> crossing = crossing(kind, here, next.get(), step);
            if (crossing.isPresent() && isBetween(crossing.get().parameter())) {
                Point at = crossing.get();
                return new Crossing(
                        Optional.of(at.parameter()),
                        branch.field(at.parameter()).equilibrium(at.states()),
                        at.parameter(),
                        true);
            }
            if (!isBetween(next.get().parameter())) {
                return new Crossing(
                        Optional.empty(), Optional.empty(), next.get().parameter(), true);
            }
            point = next;
            step = Math.min(LONGEST_STEP, GROWTH * step);
        }
        return new Crossing(
                Optional.empty(), Optional.empty(), point.map(Point::parameter).orElse(from), false);
    }

    private static Crossing lost(Point here) {
        return new Crossing(Optional.empty(), Optional.empty(), here.parameter(), false);
    }

    private boolean isBetween(double parameter) {
        return parameter >= Math.min(from, to) && parameter <= Math.max(from, to);
    }

    /** The crossing of a kind on one step, if there is one. */
    private Optional<Point> crossing(Kind kind, Point a, Point b, double step) {
        boolean turns = a.forward() * b.forward() < 0;
        Bracket whole = new Bracket(a, b);
        if (kind == Kind.FOLD) {
            Predicate<Point> onward = p -> p.forward() * a.forward() > 0;
            return turns ? Optional.of(bisect(whole, step, onward).before()) : Optional.empty();
        }
        long unstable = growing(a, e -> true);
        if (unstable == growing(b, e -> true)) {
            return Optional.empty();
        }
        Bracket narrow = bisect(whole, step, p -> growing(p, e -> true) == unstable);
        boolean pair = growing(narrow.before(), Eigenvalue::isComplex) != growing(narrow.behind(), Eigenvalue::isComplex);
        boolean wanted = kind == Kind.HOPF ? pair : !pair && !turns;
        return wanted ? Optional.of(narrow.before()) : Optional.empty();
    }

    /** Number of growing directions of a kind. */
    private long growing(Point point, Predicate<Eigenvalue> kind) {
        return branch.field(point.parameter())
                .equilibrium(point.states())
                .map(e -> e.spectrum().growing().stream().filter(kind).count())
                .orElse(0L);
    }

    /** Two points of the branch with something between them. */
    private record Bracket(Point before, Point behind) {}

    /** Narrows a step down to where a condition ceases to hold. */
    private Bracket bisect(Bracket whole, double step, Predicate<Point> holds) {
        double before = 0;
        double behind = step;
        Bracket bracket = whole;
        for (int k = 0; k < BISECTIONS; k++) {
            double middle = (before + behind) / 2;
            Optional<Point> point = branch.after(whole.before(), middle);
            if (point.isEmpty()) {
                return bracket;
            }
            if (holds.test(point.get())) {
                before = middle;
                bracket = new Bracket(point.get(), bracket.behind());
            } else {
                behind = middle;
                bracket = new Bracket(bracket.before(), point.get());
            }
        }
        return bracket;
    }
}
