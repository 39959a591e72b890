package org.immunoedit.outcome;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What the words of a verdict mean, as data. Written into the sidecar of every run.
 *
 * @param version of the definitions; changes when the same numbers would give another verdict
 * @param tumor column that is judged: a state, an observable or a definition
 * @param tumorUnit its unit
 * @param timeUnit the model's unit of time
 * @param watch other columns whose peak and end are endpoints too; none by default
 */
public record Criteria(
        String version,
        String tumor,
        String tumorUnit,
        String timeUnit,
        Bounds bounds,
        Steadiness steadiness,
        Relapse relapse,
        Imaging imaging,
        List<Watch> watch) {
    /** Version of the definitions in this package. */
    public static final String VERSION = "1";
    /** Tumor cells in a cubic millimeter (1e9 per cm³: del Monte 2009, Cell Cycle 8:505, as an upper bound). */
    public static final double CELLS_PER_CUBIC_MILLIMETER = 1e6;

    /**
     * The defaults of this version.
     *
     * @param day length of a day in the model's unit of time; for a model without a unit of time, 1
     */
    public static Criteria defaults(String tumor, String tumorUnit, String timeUnit, double day) {
        boolean cells = tumorUnit.equals("cell");
        OptionalDouble volume = cells ? OptionalDouble.of(1 / CELLS_PER_CUBIC_MILLIMETER) : OptionalDouble.empty();
        return new Criteria(
                VERSION,
                tumor,
                tumorUnit,
                timeUnit,
                new Bounds(cells ? OptionalDouble.of(1) : OptionalDouble.empty(), OptionalDouble.empty()),
                Steadiness.defaults(day),
                new Relapse(0.01, 10, cells ? 1e8 : 0),
                new Imaging(0, 56 * day, 1, volume, ResponseLimits.RECIST),
                List.of());
    }

    /**
     * The lines between the phases.
     *
     * <p>A tumor at its carrying capacity is as steady as a dormant one; only {@code escapedAbove} tells them apart, so
     * that a model or scenario whose tumor can saturate should give it. Without it escape is judged by growth alone.
     *
     * @param eliminatedBelow below it there is no tumor (unit of the tumor); 1 for cells, otherwise it must be given,
     *     else neither elimination nor equilibrium is found
     * @param escapedAbove from it on the tumor has escaped (unit of the tumor); absent by default
     */
    public record Bounds(OptionalDouble eliminatedBelow, OptionalDouble escapedAbove) {
        public Bounds {
            eliminatedBelow.ifPresent(v -> requirePositive("eliminated_below", v));
            escapedAbove.ifPresent(v -> requirePositive("escaped_above", v));
            if (!(eliminatedBelow.orElse(0) < escapedAbove.orElse(Double.POSITIVE_INFINITY))) {
                throw new IllegalArgumentException(
                        "escaped_above must be more than eliminated_below, got " + escapedAbove.orElse(Double.NaN));
            }
        }
    }

    /**
     * When a tumor is steady.
     *
     * @param window time over which change is looked at (model time); 90 d, about three times the interval between
     *     doses and longer than the transient after one
     * @param drift largest |Δ ln tumor| over a window that counts as steady, and of the extremes from cycle to cycle;
     *     0.1, so that a steady tumor would need more than 600 d to double
     * @param growth d ln tumor/dt above which a tumor without {@code escapedAbove} grows (1/model time); 0.004/d, the
     *     flagship's line (doubling in 173 d)
     * @param regression −d ln tumor/dt above which an escaped tumor counts as shrinking (1/model time); 0.001/d, the
     *     flagship's line
     * @param ripple smallest swing of ln tumor that counts as a turn; 0.02, a fifth of the drift
     */
    public record Steadiness(double window, double drift, double growth, double regression, double ripple) {
        public Steadiness {
            requirePositive("window", window);
            requirePositive("drift", drift);
            requirePositive("growth", growth);
            requirePositive("regression", regression);
            requirePositive("ripple", ripple);
        }

        /** The defaults for a model in whose unit of time a day has this length. */
        static Steadiness defaults(double day) {
            return new Steadiness(90 * day, 0.1, 0.004 / day, 0.001 / day, 0.02);
        }
    }

    /**
     * When a tumor has come back: first above {@code above} and {@code regrowth} times its nadir after a nadir below
     * {@code remission} times its start (the flagship's definition).
     *
     * @param remission share of the tumor at the start (1); 0.01
     * @param regrowth multiple of the nadir (1); 10
     * @param above smallest tumor that is noticed (unit of the tumor); 1e8 cells, a sphere of 5.8 mm; otherwise 0
     */
    public record Relapse(double remission, double regrowth, double above) {
        public Relapse {
            requirePositive("remission", remission);
            requirePositive("regrowth", regrowth);
            if (!(above >= 0) || Double.isInfinite(above)) {
                throw new IllegalArgumentException("above must be 0 or more, got " + above);
            }
        }
    }

    /**
     * When and how the tumor is assessed.
     *
     * @param first baseline (model time), or the start of the run if that is later; 0
     * @param every time between assessments (model time); 56 d (RECIST 1.1 advises 6 to 8 weeks)
     * @param confirm assessments in a row that a response or a progression needs; 1
     * @param volume of one unit of tumor (mm³); absent when the unit has no volume, and then nothing is assessed
     */
    public record Imaging(double first, double every, int confirm, OptionalDouble volume, ResponseLimits limits) {
        public Imaging {
            requirePositive("every", every);
            volume.ifPresent(v -> requirePositive("volume", v));
            if (!Double.isFinite(first) || confirm < 1) {
                throw new IllegalArgumentException("first " + first + ", confirm " + confirm);
            }
        }
    }

    /**
     * The numbers of RECIST 1.1 (Eisenhauer et al. 2009, Eur J Cancer 45:228).
     *
     * @param shrinkage of the diameter from baseline for a partial response (1)
     * @param growth of the diameter from its nadir for progression (1)
     * @param growthLength and at least so much (mm)
     * @param measurable smallest diameter that is measurable by computed tomography (mm); a tumor below it at baseline
     *     progresses only when it becomes measurable
     * @param visible diameter below which no tumor is seen (mm); 2, assumed: RECIST gives no number for disappearance
     * @param progressionFrom smallest diameter that can be progression (mm); 0 in RECIST
     */
    public record ResponseLimits(
            double shrinkage,
            double growth,
            double growthLength,
            double measurable,
            double visible,
            double progressionFrom) {
        /** As published. */
        public static final ResponseLimits RECIST = new ResponseLimits(0.3, 0.2, 5, 10, 2, 0);

        public ResponseLimits {
            requirePositive("shrinkage", shrinkage);
            requirePositive("growth", growth);
            requirePositive("visible", visible);
            if (!(growthLength >= 0 && measurable >= visible && progressionFrom >= 0 && shrinkage < 1)) {
                throw new IllegalArgumentException("limits of response out of order");
            }
        }
    }

    /**
     * A column that is reported beside the tumor.
     *
     * @param name of a state, an observable, a definition or a parameter
     * @param unit of the column, empty if it has none
     * @param bands levels of which an endpoint counts those that the peak reaches (unit of the column); none by default
     */
    public record Watch(String name, String unit, List<Double> bands) {
        public Watch {
            bands = List.copyOf(bands);
        }
    }

    public Criteria {
        watch = List.copyOf(watch);
        if (tumor.isEmpty()) {
            throw new IllegalArgumentException("no tumor to judge");
        }
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be positive and finite, got " + value);
        }
    }
}
