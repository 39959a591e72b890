package org.immunoedit.analysis;

import org.immunoedit.ode.Formulas;
import org.immunoedit.ode.Interpolant;

/** A step of a run, or the part of it that counts: quantities at any time in it. */
final class Stretch {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int NARROWINGS = 40;
    private static final int BISECTIONS = 60;

    private final double from;
    private final double to;
    private final Interpolant within;
    private final Formulas formulas;
    private final double[] y;

    Stretch(double from, double to, Interpolant within, Formulas formulas, int states) {
        this.from = from;
        this.to = to;
        this.within = within;
        this.formulas = formulas;
        y = new double[states];
    }

    double from() {
        return from;
    }

    double to() {
        return to;
    }

    /** All quantities at a time. */
    double[] values(double t) {
        within.at(t, y);
        double[] values = new double[formulas.size()];
        formulas.evaluate(t, y, values);
        return values;
    }

    double value(int quantity, double t) {
        return values(t)[quantity];
    }

    /** Time of the k-th of n+1 equidistant points. */
    double time(int k, int n) {
        return k == n ? to : from + k * ((to - from) / n);
    }

    /** Where sign·quantity is largest between two times that enclose one maximum: golden section. */
    double largest(int quantity, double sign, double left, double right) {
        double a = left;
        double b = right;
        double c = b - GOLDEN * (b - a);
        double d = a + GOLDEN * (b - a);
        double atC = sign * value(quantity, c);
        double atD = sign * value(quantity, d);
        for (int k = 0; k < NARROWINGS; k++) {
            if (atC >= atD) {
                b = d;
                d = c;
                atD = atC;
                c = b - GOLDEN * (b - a);
                atC = sign * value(quantity, c);
            } else {
                a = c;
                c = d;
                atC = atD;
                d = a + GOLDEN * (b - a);
                atD = sign * value(quantity, d);
            }
        }
        return atC >= atD ? c : d;
    }

    /** Where a quantity that is not negative at the left becomes negative. */
    double zero(int quantity, double left, double right) {
        double a = left;
        double b = right;
        for (int k = 0; k < BISECTIONS; k++) {
            double middle = a + (b - a) / 2;
            if (value(quantity, middle) < 0) {
                b = middle;
            } else {
                a = middle;
            }
        }
        return b;
    }
}
