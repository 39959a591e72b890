package org.immunoedit.outcome;

import java.util.OptionalDouble;

/** When a drift would be over, by extrapolation. */
final class Settling {
    private Settling() {}

    /**
     * When ln tumor will have gone down a distance.
     *
     * @param slope its rate, below 0, otherwise never (1/model time)
     */
    static OptionalDouble fall(double now, double distance, double slope) {
        double time = now + distance / -slope;
        return slope < 0 && time > now && Double.isFinite(time) ? OptionalDouble.of(time) : OptionalDouble.empty();
    }

    /**
     * When a drift that slows down exponentially will be below the tolerance: the halves of the window give its rate.
     *
     * @param tolerance largest change over a window
     */
    static OptionalDouble slowing(double now, Window window, double tolerance) {
        double share = window.late() / window.early();
        double drift = Math.abs(window.drift());
        if (!(share > 0 && share < 1 && drift > tolerance)) {
            return OptionalDouble.empty();
        }
        double rate = -Math.log(share) / (window.length() / 2);
        return OptionalDouble.of(now + Math.log(drift / tolerance) / rate);
    }
}
