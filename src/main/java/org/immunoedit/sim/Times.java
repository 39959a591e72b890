package org.immunoedit.sim;

/** When two computed times mean the same instant. */
public final class Times {
    private static final int ROUNDINGS = 8;

    private Times() {}

    /**
     * Whether two times differ by no more than a few roundings, as 3·0.1 and 0.3 do; never for infinite ones.
     *
     * @param a model time
     * @param b model time
     */
    public static boolean same(double a, double b) {
        double distance = Math.abs(a - b);
        return Double.isFinite(distance) && distance <= ROUNDINGS * Math.ulp(Math.max(Math.abs(a), Math.abs(b)));
    }

    /** Whether what is planned for a time is to happen now. */
    static boolean isDue(double planned, double now) {
        return planned <= now || same(planned, now);
    }
}
