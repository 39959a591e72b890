package org.immunoedit.figure;

/**
 * Size of a figure on paper.
 *
 * @param width in mm
 * @param height in mm
 */
public record Size(double width, double height) {
    /** Smallest side, in mm: below it the texts leave no room for data. */
    public static final double LEAST = 40;

    /** Largest side, in mm. */
    public static final double MOST = 2000;

    private static final double MM_PER_POINT = 25.4 / 72;

    public Size {
        if (!(width >= LEAST && width <= MOST && height >= LEAST && height <= MOST)) {
            throw new IllegalArgumentException("size " + width + " x " + height + " mm");
        }
    }

    /** Width in points of 1/72 inch. */
    double pointsWide() {
        return width / MM_PER_POINT;
    }

    /** Height in points of 1/72 inch. */
    double pointsHigh() {
        return height / MM_PER_POINT;
    }
}
