package org.immunoedit.ode;

/**
 * The right-hand side of one program for several runs at once, each in a lane with parameters and a time of its own.
 * Lane l of a vector is at index l of each of its rows, so that one instruction can work on several lanes; what happens
 * in a lane never depends on the others. The memory of one thread.
 */
public interface LaneSystem {
    /** Number of states n. */
    int dimension();

    /** Whether the rates depend on time itself. */
    boolean usesTime();

    /** Number of lanes there are. */
    int width();

    /**
     * Gives a lane the parameters of a system.
     *
     * @return false if the system is of another program, and the lane as it was
     */
    boolean load(int lane, OdeSystem system);

    /** Gives a lane the parameters of another one. */
    void move(int from, int to);

    /**
     * Writes f(t, y) of the first lanes, bit for bit as {@link OdeSystem#rates} of their systems.
     *
     * @param t one time per lane
     * @param y n rows with one value per lane, not changed
     * @param dydt receives n rows
     * @param lanes how many lanes count
     */
    void rates(double[] t, double[][] y, double[][] dydt, int lanes);
}
