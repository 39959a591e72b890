package org.immunoedit.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.immunoedit.io.CsvWriter;
import org.immunoedit.io.SweepPlan;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.outcome.Endpoint;
import org.immunoedit.outcome.Verdict;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sweep.Arms;
import org.immunoedit.sweep.PhaseMap;

/** The columns of {@code results.csv} and {@code trajectories.csv}. Immutable. */
final class SweepColumns {
    static final String POINT = "point";
    static final String ARM = "arm";
    /** How fine an adaptive map is where a point stands. */
    static final String LEVEL = "level";

    static final String STATUS = "status";
    static final String PHASE = "phase";
    static final String BEST_RESPONSE = "best_response";
    /** The endpoint that {@link Censoring#PROGRESSION_FREE_UNTIL} belongs to. */
    static final String PROGRESSION = "progression_free_survival";
    /** Begins the names of columns that show the phase under other definitions. */
    static final String MOVED = "phase_if_";

    private final Arms arms;
    private final List<Endpoint> endpoints;
    private final List<Term> shown;
    private final boolean sides;
    private final int statusField;
    private final Map<String, String> results;

    SweepColumns(SweepStudy study) {
        arms = study.plan().rows();
        endpoints = united(
                study.arms().stream()
                        .flatMap(arm -> endpoints(arm.base()).stream())
                        .toList(),
                Endpoint::name);
        List<Experiment> experiments = study.arms().stream()
                .map(arm -> arm.base().ready().experiment())
                .toList();
        shown = united(experiments.stream().flatMap(e -> e.columns().stream()).toList(), Term::name);
        sides = experiments.stream().anyMatch(Experiment::bothSides);
        Map<String, String> units = new LinkedHashMap<>(keys(arms));
        units.putAll(study.varied());
        if (study.plan().design() instanceof PhaseMap) {
            units.put(LEVEL, "");
        }
        statusField = units.size();
        units.putAll(measured(study.plan()));
        results = Collections.unmodifiableMap(units);
    }

    /** What any arm has, the first of each name. */
    private static <T> List<T> united(List<T> all, Function<T, String> name) {
        Map<String, T> each = new LinkedHashMap<>();
        all.forEach(one -> each.putIfAbsent(name.apply(one), one));
        return List.copyOf(each.values());
    }

    /** What a scenario is measured by, without values. */
    static List<Endpoint> endpoints(Assembly assembly) {
        return assembly.judgement()
                .map(j -> Verdict.missingEndpoints(j.criteria(), j.editing()))
                .orElse(List.of());
    }

    /** The columns by which rows are told apart, which have no units. */
    static Map<String, String> keys(Arms arms) {
        Map<String, String> units = new LinkedHashMap<>();
        units.put(POINT, "");
        if (arms.named()) {
            units.put(ARM, "");
        }
        return units;
    }

    /** How a run ended, with units. */
    private Map<String, String> measured(SweepPlan plan) {
        Map<String, String> units = new LinkedHashMap<>();
        units.put(STATUS, "");
        units.put(PHASE, "");
        endpoints.forEach(endpoint -> units.put(endpoint.name(), endpoint.unit()));
        if (!endpoints.isEmpty()) {
            units.put(BEST_RESPONSE, "");
            for (Censoring censoring : Censoring.values()) {
                units.put(censoring.column(), censoring.unit(endpoints));
            }
            plan.output().moved().forEach(move -> units.put(MOVED + move.name(), ""));
        }
        return units;
    }

    /** The columns of the results, with units. */
    Map<String, String> results() {
        return results;
    }

    /** Position of the column {@link #STATUS}. */
    int statusField() {
        return statusField;
    }

    /** What the runs of all arms are measured by, without values. */
    List<Endpoint> endpoints() {
        return endpoints;
    }

    /** The columns of trajectories behind their time, of all arms. */
    List<Term> shown() {
        return shown;
    }

    /** Whether trajectories say which side of an instant a row is of. */
    boolean sides() {
        return sides;
    }

    /** Names of the columns of trajectories. */
    List<String> trajectories() {
        List<String> names = new ArrayList<>(keys(arms).keySet());
        names.add("time");
        if (sides) {
            names.add("side");
        }
        shown.forEach(column -> names.add(column.name()));
        return names;
    }

    /** A header line. */
    static String header(List<String> names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new CsvWriter(bytes, names).flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    /** The first fields of a row, as a line begins with them. */
    String key(long row) {
        StringBuilder key = new StringBuilder();
        key.append(arms.point(row) + 1).append(',');
        if (arms.named()) {
            key.append(CsvWriter.field(arms.names().get(arms.arm(row)))).append(',');
        }
        return key.toString();
    }

    /** Writes the fields by which a row is told from all others. */
    void begin(long row, CsvWriter csv) {
        csv.text(Long.toString(arms.point(row) + 1));
        if (arms.named()) {
            csv.text(arms.names().get(arms.arm(row)));
        }
    }
}
