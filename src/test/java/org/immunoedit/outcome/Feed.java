package org.immunoedit.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import org.immunoedit.ode.Formulas;
import org.immunoedit.ode.Statistics;
import org.immunoedit.outcome.Criteria.Bounds;
import org.immunoedit.outcome.Criteria.Imaging;
import org.immunoedit.outcome.Criteria.Watch;
import org.immunoedit.sim.Observer.Views;
import org.immunoedit.sim.Report;
import org.immunoedit.sim.Report.Status;

/** Feeds a judge with a run whose tumor is a known function of time. */
final class Feed {
    private static final Views FIRST_STATE = watching(new Formulas() {
        @Override
        public int size() {
            return 2;
        }

        @Override
        public void evaluate(double t, double[] y, double[] values) {
            values[0] = y[0];
            values[1] = y[1];
        }
    });

    /** Views of nothing but these. */
    static Views watching(Formulas formulas) {
        return new Views() {
            @Override
            public Formulas columns() {
                return Formulas.NONE;
            }

            @Override
            public Formulas watched() {
                return formulas;
            }
        };
    }

    private final List<DoubleUnaryOperator> courses = new ArrayList<>();
    private final List<Double> ends = new ArrayList<>();
    private final Criteria criteria;
    private double start;
    private double step = 7.3;
    private OptionalInt editing = OptionalInt.empty();
    private DoubleUnaryOperator index = t -> Double.NaN;
    private Status status = Status.COMPLETE;

    Feed(Criteria criteria) {
        this.criteria = criteria;
    }

    /** Cells and days with given limits. */
    static Criteria criteria(double eliminatedBelow, OptionalDouble escapedAbove) {
        return criteria(new Bounds(OptionalDouble.of(eliminatedBelow), escapedAbove), 1);
    }

    static Criteria criteria(Bounds bounds, int confirm) {
        return criteria(bounds, confirm, List.of());
    }

    private static Criteria criteria(Bounds bounds, int confirm, List<Watch> watch) {
        Criteria usual = Criteria.defaults("tumor", "cell", "d", 1);
        Imaging scans = usual.imaging();
        return new Criteria(
                usual.version(),
                "tumor",
                "cell",
                "d",
                bounds,
                usual.steadiness(),
                usual.relapse(),
                new Imaging(scans.first(), scans.every(), confirm, scans.volume(), scans.limits()),
                watch);
    }

    /** Cells and days, 1 cell, and a limit of escape. */
    static Feed cells(double escapedAbove) {
        return new Feed(criteria(1, OptionalDouble.of(escapedAbove)));
    }

    /** Cells and days, 1 cell, without a limit of escape. */
    static Feed cells() {
        return new Feed(criteria(1, OptionalDouble.empty()));
    }

    /** A tumor that stays as it is, and beside it a cytokine that is watched. */
    static Feed watching(DoubleUnaryOperator cytokine, Double... bands) {
        Watch watch = new Watch("il6", "pg/mL", List.of(bands));
        Feed feed = new Feed(criteria(new Bounds(OptionalDouble.of(1), OptionalDouble.empty()), 1, List.of(watch)));
        feed.index = cytokine;
        return feed.until(130, t -> 1000);
    }

    Feed from(double t) {
        start = t;
        return this;
    }

    Feed stepping(double size) {
        step = size;
        return this;
    }

    Feed ending(Status as) {
        status = as;
        return this;
    }

    Feed editing(DoubleUnaryOperator meanAntigenicity) {
        editing = OptionalInt.of(1);
        index = meanAntigenicity;
        return this;
    }

    /** The tumor until a time; where two courses meet the tumor may jump. */
    Feed until(double end, DoubleUnaryOperator course) {
        ends.add(end);
        courses.add(course);
        return this;
    }

    Verdict run() {
        Judge judge = new Judge(criteria, 0, editing);
        double t = start;
        judge.start(t, state(0, t), FIRST_STATE);
        for (int i = 0; i < courses.size(); i++) {
            double end = ends.get(i);
            int course = i;
            judge.stretch(t, state(i, t), FIRST_STATE);
            while (t < end) {
                double to = Math.min(end, t + step);
                judge.step(t, to, (at, into) -> System.arraycopy(state(course, at), 0, into, 0, 2));
                t = to;
            }
            if (i + 1 < courses.size()) {
                judge.jump(t, state(i, t), state(i + 1, t));
            }
        }
        boolean failed = status == Status.FAILED;
        String message = failed ? "step fell to 3e-16 d" : "";
        Report report = new Report(status, t, "progressed", message, List.of(), Statistics.ZERO, List.of());
        judge.end(t, state(courses.size() - 1, t), FIRST_STATE, report);
        return judge.verdict();
    }

    private double[] state(int course, double t) {
        return new double[] {courses.get(course).applyAsDouble(t), index.applyAsDouble(t)};
    }
}
