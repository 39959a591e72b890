package org.immunoedit.analysis;

import org.immunoedit.analysis.Reading.At;
import org.immunoedit.analysis.Reading.FirstNegative;
import org.immunoedit.analysis.Reading.Instant;
import org.immunoedit.analysis.Reading.Largest;
import org.immunoedit.analysis.Reading.Smallest;
import org.immunoedit.sim.Times;

/** Waits for one instant of a run and keeps all quantities there. */
abstract class Watch {
    private static final int POINTS = 12;

    /** Quantities at the instant; null as long as it has not come. */
    double[] values;

    /** Sees the next step that counts, after a jump if there was one. */
    abstract void step(Stretch stretch);

    /** Sees the end of the run, after the last jump. */
    abstract void end(double t, double[] atEnd);

    /** A watch for an instant. */
    static Watch of(Instant instant) {
        if (instant instanceof At at) {
            return new Moment(at.time());
        }
        if (instant instanceof Largest largest) {
            return new Extreme(largest.quantity(), 1);
        }
        if (instant instanceof Smallest smallest) {
            return new Extreme(smallest.quantity(), -1);
        }
        if (instant instanceof FirstNegative first) {
            return new Fall(first.quantity());
        }
        return new Last();
    }

    private static final class Last extends Watch {
        @Override
        void step(Stretch stretch) {
            // only the end counts
        }

        @Override
        void end(double t, double[] atEnd) {
            values = atEnd;
        }
    }

    private static final class Moment extends Watch {
        private final double time;

        Moment(double time) {
            this.time = time;
        }

        @Override
        void step(Stretch stretch) {
            boolean inside = time >= stretch.from() && time < stretch.to();
            if (Times.same(time, stretch.from()) || inside) {
                values = stretch.values(Math.max(time, stretch.from()));
            }
        }

        @Override
        void end(double t, double[] atEnd) {
            values = Times.same(t, time) ? atEnd : values;
        }
    }

    private static final class Extreme extends Watch {
        private final int quantity;
        private final double sign;
        private double best = Double.NEGATIVE_INFINITY;

        Extreme(int quantity, double sign) {
            this.quantity = quantity;
            this.sign = sign;
        }

        @Override
        void step(Stretch stretch) {
            int top = 0;
            double highest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k <= POINTS; k++) {
                double value = sign * stretch.value(quantity, stretch.time(k, POINTS));
                if (value > highest) {
                    highest = value;
                    top = k;
                }
            }
            keep(stretch.values(stretch.time(top, POINTS)));
            // the summit may lie between two steps: then it is at an end of one of them and rises inwards
            double left = stretch.time(Math.max(0, top - 1), POINTS);
            double right = stretch.time(Math.min(POINTS, top + 1), POINTS);
            if (highest >= best) {
                keep(stretch.values(stretch.largest(quantity, sign, left, right)));
            }
        }

        @Override
        void end(double t, double[] atEnd) {
            keep(atEnd);
        }

        private void keep(double[] candidate) {
            double value = sign * candidate[quantity];
            if (value > best) {
                best = value;
                values = candidate;
            }
        }
    }

    private static final class Fall extends Watch {
        private final int quantity;
        private boolean armed;

        Fall(int quantity) {
            this.quantity = quantity;
        }

        @Override
        void step(Stretch stretch) {
            for (int k = 0; k <= POINTS && values == null; k++) {
                double t = stretch.time(k, POINTS);
                double[] there = stretch.values(t);
                if (there[quantity] >= 0) {
                    armed = true;
                } else if (armed && there[quantity] < 0) {
                    // at the start of a step it was a jump
                    double left = stretch.time(Math.max(0, k - 1), POINTS);
                    values = k == 0 ? there : stretch.values(stretch.zero(quantity, left, t));
                }
            }
        }

        @Override
        void end(double t, double[] atEnd) {
            if (values == null && armed && atEnd[quantity] < 0) {
                values = atEnd;
            }
        }
    }
}
