package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.immunoedit.model.Equations;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sim.Experiment.Start;

/**
 * A workload: a scenario and how its trajectories differ from each other.
 *
 * @param scenario name among the test resources
 * @param settings changes of the scenario
 * @param total number of different trajectories
 * @param floor error is judged relative to |y| + floor; the absolute tolerance is the relative one times this
 * @param spread per parameter: the square root that gives its sequence, and its standard deviation in the logarithm
 */
record Workload(String scenario, List<String> settings, int total, double floor, Map<String, List<Double>> spread) {
    /** Trajectories are taken from all over the set. */
    private static final long STRIDE = 61803;

    static Workload named(String name) {
        if (name.startsWith("W5_")) {
            return new Workload("clones", List.of("indices.i=" + name.substring(3)), 1, 1, Map.of());
        }
        return switch (name) {
            case "W1" -> new Workload("cycles", List.of(), 1, 1, Map.of());
            case "W2" -> new Workload("dormancy-sets", List.of(), 100_000, 1, Map.of());
            case "W3" -> new Workload("cycles-sets", List.of(), 20_000, 1, Map.of());
            case "W4" -> new Workload("pd1", List.of(), 5000, 1e-3, pd1());
            case "W6" -> new Workload("tmdd", List.of(), 200, 1e-3, tmdd());
            default -> throw new IllegalArgumentException("no workload " + name + "; W1 to W4, W5_n, W6");
        };
    }

    private static Map<String, List<Double>> pd1() {
        return Map.of(
                "CL", List.of(2.0, 0.3),
                "V1", List.of(3.0, 0.2),
                "Kd", List.of(5.0, 0.5),
                "gT", List.of(7.0, 0.4),
                "kk", List.of(11.0, 0.5),
                "kin", List.of(13.0, 0.4),
                "Lmax", List.of(17.0, 0.5),
                "kx", List.of(19.0, 0.3));
    }

    private static Map<String, List<Double>> tmdd() {
        return Map.of(
                "kon", List.of(2.0, 0.3),
                "ksc", List.of(3.0, 0.3),
                "kst", List.of(5.0, 0.3),
                "kel", List.of(7.0, 0.3),
                "g", List.of(11.0, 0.3));
    }

    /** Whether trajectories end at times of their own. */
    boolean isSweep() {
        return scenario.endsWith("-sets");
    }

    /** What trajectory k changes; of a sweep also where it ends. */
    List<String> settings(int k) {
        List<String> all = new ArrayList<>(settings);
        if (scenario.equals("dormancy-sets")) {
            all.add("parameters.p=" + (0.05 + 0.20 * (k / 250) / 399));
            all.add("parameters.s=" + (5e3 + 25e3 * (k % 250) / 249));
            all.add("time={\"end\":" + (100 + 100 * (k % 10)) + ",\"points\":2}");
        } else if (scenario.equals("cycles-sets")) {
            all.add("parameters.c=" + (0.022 + 0.028 * (k / 200) / 99));
            all.add("parameters.s1=" + 25.0 * (k % 200 / 10));
            all.add("parameters.s2=" + 5e5 * (k % 10));
            all.add("time={\"end\":" + (1000 + 2650.0 * (k % 7) / 6) + ",\"points\":2}");
        }
        return all;
    }

    /** Number of the i-th trajectory measured. */
    int index(int i) {
        return (int) (i * STRIDE % total);
    }

    /** Parameters and initial values of trajectory k. */
    Start start(int k, Experiment experiment) {
        Map<String, Double> parameters = new HashMap<>();
        List<Double> slots = new ArrayList<>();
        for (Equations.Parameter parameter : experiment.equations().parameters()) {
            double value = parameter.value() * factor(k, parameter.name());
            parameters.put(parameter.name(), value);
            slots.add(value);
        }
        List<Double> states = new ArrayList<>();
        for (Equations.State state : experiment.equations().states()) {
            states.add(org.immunoedit.expr.Evaluator.value(state.initial(), 0, parameters::get));
        }
        return new Start(
                states.stream().mapToDouble(v -> v).toArray(),
                slots.stream().mapToDouble(v -> v).toArray());
    }

    /** exp of a uniform number with that standard deviation, from a Kronecker sequence. */
    private double factor(int k, String parameter) {
        if (!spread.containsKey(parameter)) {
            return 1;
        }
        double x = (k + 1) * Math.sqrt(spread.get(parameter).get(0));
        double uniform = 2 * (x - Math.floor(x)) - 1;
        return Math.exp(spread.get(parameter).get(1) * Math.sqrt(3) * uniform);
    }
}
