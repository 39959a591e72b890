package org.immunoedit.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.immunoedit.outcome.Criteria.Imaging;
import org.immunoedit.sim.Times;

/** Takes the images that are due. An image at a jump shows the tumor after it, as the output does. */
final class Scans {
    private final Imaging imaging;
    private final double baseline;
    private final List<Assessment> taken = new ArrayList<>();
    private final Optional<Images> images;
    /** When the next image is due (model time), infinite when there is none. */
    private double due;

    Scans(Imaging imaging, double began) {
        this.imaging = imaging;
        baseline = Math.max(imaging.first(), began);
        images = Images.of(imaging);
        due = next();
    }

    /** Images due within a step, its end excluded. */
    void during(double from, double to, DoubleUnaryOperator tumor) {
        if (due < to) {
            takeAll(from, to, tumor);
        }
    }

    private void takeAll(double from, double to, DoubleUnaryOperator tumor) {
        while (due < to && !Times.same(due, to)) {
            take(due, tumor.applyAsDouble(Math.max(due, from)));
        }
    }

    /** An image due at the end of the run. */
    void atEnd(double t, double tumor) {
        if (images.isPresent() && (due <= t || Times.same(due, t))) {
            take(due, tumor);
        }
    }

    List<Assessment> taken() {
        return taken;
    }

    private double next() {
        return images.isPresent() ? baseline + taken.size() * imaging.every() : Double.POSITIVE_INFINITY;
    }

    private void take(double t, double tumor) {
        taken.add(images.orElseThrow().take(t, tumor));
        due = next();
    }
}
