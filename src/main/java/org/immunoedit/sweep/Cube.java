package org.immunoedit.sweep;

/** Points in the unit cube: one number within (0, 1) for each varied name. Stateless. */
interface Cube {
    /** The numbers of a point, counted from 0. */
    double[] at(long point);
}
