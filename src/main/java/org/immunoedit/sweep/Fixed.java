package org.immunoedit.sweep;

import java.util.Arrays;

/**
 * A design with one more name, which has the same coordinate at every point.
 *
 * @param coordinate of the last name
 */
public record Fixed(Design of, double coordinate) implements Design {
    @Override
    public long size() {
        return of.size();
    }

    @Override
    public double[] at(long point) {
        double[] own = of.at(point);
        double[] all = Arrays.copyOf(own, own.length + 1);
        all[own.length] = coordinate;
        return all;
    }
}
