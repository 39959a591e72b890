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

    Scans(Imaging imaging, double began) {
        this.imaging = imaging;
        baseline = Math.max(imaging.first(), began);
        images = Images.of(imaging);
    }

    /** Images due within a step, its end excluded. */
    void during(double from, double to, DoubleUnaryOperator tumor) {
        while (images.isPresent() && next() < to && !Times.same(next(), to)) {
            take(next(), tumor.applyAsDouble(Math.max(next(), from)));
        }
    }

    /** An image due at the end of the run. */
    void atEnd(double t, double tumor) {
        if (images.isPresent() && (next() <= t || Times.same(next(), t))) {
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
        taken.add(images.orElseThrow().take(t, tumor));
    }
}
