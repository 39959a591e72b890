package org.immunoedit.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.immunoedit.ode.Formulas;
import org.immunoedit.ode.Interpolant;
import org.immunoedit.sim.Observer;
import org.immunoedit.sim.Report;

/**
 * Follows a quantity and what contributes to its change from one turning point to the next. The run's watched columns
 * are the quantity and then its contributions, each a rate with its sign; their sum is the rate of the quantity.
 *
 * <p>A turn counts when the quantity has moved away from its extreme by more than a ripple, as a change of its
 * logarithm. Its time is where the sum of the contributions is zero, to the accuracy of the method. Amounts are
 * integrals by Simpson's rule over quarters of each step.
 */
public final class Turnover implements Observer {
    private static final int PIECES = 4;

    private final double ripple;
    private final double floor;
    private final List<Span> spans = new ArrayList<>();
    private Formulas watched = Formulas.NONE;
    private int states;
    private Course course;

    /**
     * A turnover.
     *
     * @param ripple smallest change of the logarithm that counts as a turn
     * @param floor below it the quantity counts as gone and has no turns (unit of the quantity)
     */
    public Turnover(double ripple, double floor) {
        this.ripple = ripple;
        this.floor = floor;
    }

    /** What ends a span. */
    public enum Mark {
        /** The run begins. */
        START,
        /** From growing to shrinking. */
        PEAK,
        /** From shrinking to growing. */
        NADIR,
        /** A dose, an event or an extinction changes the quantity at once. */
        JUMP,
        /** The run ends. */
        END
    }

    /**
     * The quantity at a time.
     *
     * @param time model time
     * @param quantity its value
     * @param rates the contributions (unit of the quantity per time unit)
     */
    public record Moment(double time, double quantity, List<Double> rates) {
        public Moment {
            rates = List.copyOf(rates);
        }

        static Moment of(double time, double[] values) {
            List<Double> rates = new ArrayList<>();
            for (int k = 1; k < values.length; k++) {
                rates.add(values[k]);
            }
            return new Moment(time, values[0], rates);
        }

        /** The sum of all contributions. */
        public double net() {
            return rates.stream().mapToDouble(Double::doubleValue).sum();
        }

        /**
         * The share of a contribution in all of its sign, from 0 to 1; 0 when there are none.
         *
         * @param gain whether it is asked for as a gain
         */
        public double share(int contribution, boolean gain) {
            return Turnover.share(rates, contribution, gain);
        }
    }

    /**
     * A time without a turn.
     *
     * @param mark what it ends with
     * @param from its start
     * @param to its end
     * @param fastest where the quantity changed fastest in proportion, in the direction of the span
     * @param amounts integral of each contribution over the span (unit of the quantity)
     */
    public record Span(Mark mark, Moment from, Moment to, Moment fastest, List<Double> amounts) {
        public Span {
            amounts = List.copyOf(amounts);
        }

        /** The share of a contribution's amount in all of its sign, from 0 to 1. */
        public double share(int contribution, boolean gain) {
            return Turnover.share(amounts, contribution, gain);
        }
    }

    private static double share(List<Double> values, int which, boolean gain) {
        double sign = gain ? 1 : -1;
        double all = values.stream().mapToDouble(v -> Math.max(0, sign * v)).sum();
        return all > 0 ? Math.max(0, sign * values.get(which)) / all : 0;
    }

    /** The spans, in order of time; none before the run has ended. */
    public List<Span> spans() {
        return List.copyOf(spans);
    }

    @Override
    public void stretch(double t, double[] y, Views views) {
        watched = views.watched();
        states = y.length;
        Moment here = Moment.of(t, values(t, y));
        if (course == null) {
            course = new Course(here);
        } else if (isJump(course.last.quantity(), here.quantity())) {
            course.close(Mark.JUMP);
            course = new Course(here);
        } else {
            course.change(here);
        }
    }

    @Override
    public void step(double from, double to, Interpolant within) {
        Stretch step = new Stretch(from, to, within, watched, states);
        Moment left = Moment.of(from, step.values(from));
        for (int k = 1; k <= PIECES; k++) {
            Moment right = Moment.of(step.time(k, PIECES), step.values(step.time(k, PIECES)));
            boolean turns = left.net() * right.net() < 0 && left.quantity() >= floor;
            if (turns) {
                Moment turn = turn(step, left, right);
                course.go(step, left, turn);
                course.go(step, turn, right);
            } else {
                course.go(step, left, right);
            }
            left = right;
        }
    }

    @Override
    public void end(double t, double[] y, Views views, Report report) {
        if (course != null && report.succeeded()) {
            course.close(Mark.END);
        }
    }

    private boolean isJump(double before, double after) {
        return before != after && !(Math.abs(Math.log(after / before)) <= ripple);
    }

    private double[] values(double t, double[] y) {
        double[] values = new double[watched.size()];
        watched.evaluate(t, y, values);
        return values;
    }

    /** Where the rate is zero, by bisection. */
    private static Moment turn(Stretch step, Moment left, Moment right) {
        Moment a = left;
        Moment b = right;
        for (int k = 0; k < 50 && b.time() - a.time() > Math.ulp(b.time()); k++) {
            double t = a.time() + (b.time() - a.time()) / 2;
            Moment middle = Moment.of(t, step.values(t));
            if (middle.net() * a.net() > 0) {
                a = middle;
            } else {
                b = middle;
            }
        }
        return b;
    }

    /** From one turn to the next, as far as it is known. */
    private final class Course {
        private boolean rising;
        private boolean first = true;
        private Moment from;
        private Moment extreme;
        private Moment last;
        private Moment fastest;
        private Moment fastestSince;
        private final double[] amounts;
        private final double[] amountsSince;

        Course(Moment start) {
            from = start;
            extreme = start;
            last = start;
            fastest = start;
            rising = start.net() >= 0;
            amounts = new double[start.rates().size()];
            amountsSince = new double[amounts.length];
        }

        void go(Stretch step, Moment left, Moment right) {
            double t = left.time() + (right.time() - left.time()) / 2;
            Moment middle = Moment.of(t, step.values(t));
            double width = (right.time() - left.time()) / 6;
            for (int k = 0; k < amountsSince.length; k++) {
                amountsSince[k] += width
                        * (left.rates().get(k)
                                + 4 * middle.rates().get(k)
                                + right.rates().get(k));
            }
            fastestSince = faster(fastestSince, right, rising);
            last = right;
            if (rising ? right.quantity() >= extreme.quantity() : right.quantity() <= extreme.quantity()) {
                reach(right);
            } else if (right.quantity() >= floor
                    && Math.abs(Math.log(right.quantity() / extreme.quantity())) > ripple) {
                turn();
            }
        }

        private void reach(Moment right) {
            extreme = right;
            fastest = fastestSince == null ? fastest : faster(fastest, fastestSince, rising);
            fastestSince = null;
            for (int k = 0; k < amounts.length; k++) {
                amounts[k] += amountsSince[k];
                amountsSince[k] = 0;
            }
        }

        /** The rates have changed at once, by a dose or an event; the quantity has not, or by no more than a ripple. */
        void change(Moment here) {
            if (extreme == last) {
                extreme = here;
            }
            last = here;
        }

        private void turn() {
            if (first && !(Math.abs(Math.log(extreme.quantity() / from.quantity())) > ripple)) {
                startOver();
                return;
            }
            first = false;
            add(rising ? Mark.PEAK : Mark.NADIR, extreme, fastest);
            from = extreme;
            rising = !rising;
            fastest = from;
            fastestSince = last;
            System.arraycopy(amountsSince, 0, amounts, 0, amounts.length);
            Arrays.fill(amountsSince, 0);
            extreme = last;
        }

        /** What looked like the direction at the start was less than a ripple. */
        private void startOver() {
            rising = !rising;
            fastest = faster(fastest, last, rising);
            fastestSince = null;
            reach(last);
        }

        /** What has not turned by more than a ripple belongs to the span. */
        void close(Mark mark) {
            for (int k = 0; k < amounts.length; k++) {
                amounts[k] += amountsSince[k];
            }
            if (last.time() > from.time()) {
                add(mark, last, fastestSince == null ? fastest : faster(fastest, fastestSince, rising));
            }
        }

        private void add(Mark mark, Moment to, Moment quickest) {
            List<Double> sums = new ArrayList<>();
            for (double amount : amounts) {
                sums.add(amount);
            }
            spans.add(new Span(mark, from, to, quickest, sums));
        }

        private Moment faster(Moment a, Moment b, boolean up) {
            if (a == null) {
                return b;
            }
            double sign = up ? 1 : -1;
            return sign * pace(b) > sign * pace(a) ? b : a;
        }

        private double pace(Moment moment) {
            return moment.quantity() > 0 ? moment.net() / moment.quantity() : 0;
        }
    }
}
