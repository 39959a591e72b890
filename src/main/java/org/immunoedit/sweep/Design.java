package org.immunoedit.sweep;

/** Which values each point of a sweep has. Stateless: any point, at any time, by any thread. */
public interface Design {
    /** How many points. */
    long size();

    /**
     * The coordinates of a point, one per variation.
     *
     * @param point counted from 0
     */
    double[] at(long point);
}
