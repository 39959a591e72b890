package org.immunoedit.cli;

import org.immunoedit.outcome.Assessment;
import org.immunoedit.outcome.Criteria.Imaging;
import org.immunoedit.outcome.Images;
import org.immunoedit.outcome.Response;
import org.immunoedit.sim.Assessor;

/** Reads the images that rules ask for by the definitions of the verdict. */
final class Clinic implements Assessor {
    private final Images images;

    /** @param imaging with a volume for each unit of tumor */
    Clinic(Imaging imaging) {
        images = Images.of(imaging).orElseThrow();
    }

    @Override
    public Image none() {
        Response nothing = Response.NOT_EVALUABLE;
        return new Image(nothing.ordinal(), nothing.toString(), Double.NaN, Double.NaN, Double.NaN);
    }

    @Override
    public Image look(double time, double tumor) {
        Assessment seen = images.take(time, tumor);
        Response response = seen.response();
        return new Image(response.ordinal(), response.toString(), seen.diameter(), images.baseline(), images.nadir());
    }
}
