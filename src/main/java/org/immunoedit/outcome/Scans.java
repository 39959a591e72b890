package org.immunoedit.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.immunoedit.outcome.Criteria.Imaging;
import org.immunoedit.sim.Times;

/** Takes the images that are due. An image at a jump shows the tumor after it, as the output does. */
final class Scans {
    private final Imaging imaging;
    private final double baseline;
    private final List<Assessment> taken = new ArrayList<>();
    private double nadir = Double.NaN;

    Scans(Imaging imaging, double began) {
        this.imaging = imaging;
        baseline = Math.max(imaging.first(), began);
    }

    /** Images due within a step, its end excluded. */
    void during(double from, double to, DoubleUnaryOperator tumor) {
        while (imaging.volume().isPresent() && next() < to && !Times.same(next(), to)) {
            take(next(), tumor.applyAsDouble(Math.max(next(), from)));
        }
    }

    /** An image due at the end of the run. */
    void atEnd(double t, double tumor) {
        if (imaging.volume().isPresent() && (next() <= t || Times.same(next(), t))) {
            take(next(), tumor);
        }
    }

    List<Assessment> taken() {
        return taken;
    }

    private double next() {
        return baseline + taken.size() * imaging.every();
    }

    private void take(double t, double tumor) {
        double diameter = Math.cbrt(6 * tumor * imaging.volume().orElseThrow() / Math.PI);
        double first = taken.isEmpty() ? diameter : taken.get(0).diameter();
        double smallest = taken.isEmpty() ? diameter : nadir;
        Response response =
                taken.isEmpty() ? Response.NOT_EVALUABLE : Responses.of(imaging.limits(), first, smallest, diameter);
        taken.add(new Assessment(t, diameter, change(first, diameter), change(smallest, diameter), response));
        nadir = Math.min(smallest, diameter);
    }

    private static double change(double from, double to) {
        return from > 0 ? 100 * (to / from - 1) : Double.NaN;
    }
}
