package org.immunoedit.sim;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.immunoedit.model.Equations;
import org.immunoedit.protocol.Timeline.Dose;

/**
 * Chooses an absolute tolerance for each state when none is given: a thousandth of the relative one, times the scale of
 * the state. The scale is the largest of its initial value and of the doses it receives; without either, the smallest
 * scale among the states of the same unit, and 1 when there is none. Counts of cells are never less exact than 1e-4 of
 * a cell, because extinction is decided at one cell.
 */
public final class Scales {
    private static final double SHARE = 1e-3;
    private static final double CELL_SHARE = 1e-4;
    /** Keeps a tolerance above the range where floating-point numbers lose digits. */
    private static final double SMALLEST = 1e-290;

    private Scales() {}

    /**
     * Absolute tolerances, one per state (unit of the state).
     *
     * @param initial initial values, one per state
     * @param doses that are given, or may be
     * @param relative relative tolerance
     */
    public static double[] tolerances(Equations equations, double[] initial, List<Dose> doses, double relative) {
        List<Equations.State> states = equations.states();
        double[] scales = scales(states, initial, doses);
        double[] tolerances = new double[scales.length];
        for (int i = 0; i < scales.length; i++) {
            double tolerance = Math.max(SMALLEST, relative * SHARE * scales[i]);
            tolerances[i] = states.get(i).unit().equals("cell") ? Math.min(CELL_SHARE, tolerance) : tolerance;
        }
        return tolerances;
    }

    private static double[] scales(List<Equations.State> states, double[] initial, List<Dose> doses) {
        Map<String, Double> largestDose = new HashMap<>();
        doses.forEach(dose -> largestDose.merge(dose.state(), dose.amount(), Math::max));
        double[] scales = new double[initial.length];
        Arrays.setAll(
                scales,
                i -> Math.max(
                        Math.abs(initial[i]),
                        largestDose.getOrDefault(states.get(i).name(), 0.0)));
        Map<String, Double> smallest = new HashMap<>();
        for (int i = 0; i < scales.length; i++) {
            if (scales[i] > 0) {
                smallest.merge(states.get(i).unit(), scales[i], Math::min);
            }
        }
        for (int i = 0; i < scales.length; i++) {
            if (scales[i] == 0) {
                scales[i] = smallest.getOrDefault(states.get(i).unit(), 1.0);
            }
        }
        return scales;
    }
}
