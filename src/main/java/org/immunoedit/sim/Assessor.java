package org.immunoedit.sim;

/** Reads images of the tumor as a clinic does. The memory of one run: each image is compared with those before. */
public interface Assessor {
    /** Sees nothing. */
    Assessor BLIND = new Assessor() {
        private final Image nothing = new Image(0, "", Double.NaN, Double.NaN, Double.NaN);

        @Override
        public Image none() {
            return nothing;
        }

        @Override
        public Image look(double time, double tumor) {
            return none();
        }
    };

    /** What is known before the first image. */
    Image none();

    /**
     * Takes an image; the first one is the baseline.
     *
     * @param time model time
     * @param tumor in its own unit, 0 or more
     */
    Image look(double time, double tumor);

    /**
     * What an image shows.
     *
     * @param response number by which conditions know the response
     * @param word its abbreviation, e.g. PD
     * @param diameter in mm
     * @param baseline diameter of the first image (mm)
     * @param nadir smallest diameter before this image, baseline included (mm)
     */
    record Image(int response, String word, double diameter, double baseline, double nadir) {}
}
