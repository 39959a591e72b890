package org.immunoedit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunoedit.figure.Figure;
import org.immunoedit.figure.Survival;
import org.immunoedit.figure.View;
import org.immunoedit.figure.Waterfall;
import org.immunoedit.io.Json;
import org.immunoedit.problem.BadInput;

/** The figures of virtual patients: waterfall, survival, spider, quantile bands. */
final class CohortFigures {
    private static final String CHANGE = "best_change";
    private static final String RESPONSE = "best_response";
    private static final String PROGRESSION = "progression_free_survival";
    private static final Set<String> DRAWN = Set.of("lhs", "sobol", "random");

    private final Path directory;
    private final SweepResults results;
    private final View view;

    CohortFigures(Path directory, SweepResults results, View view) {
        this.directory = directory;
        this.results = results;
        this.view = view;
    }

    /** Adds what the results allow, if their points are patients: drawn, or of more sides than a map has. */
    void addTo(Map<String, Figure> figures, boolean manySided) throws BadInput, IOException {
        String design = results.swept("design")
                .filter(Json.Text.class::isInstance)
                .map(json -> ((Json.Text) json).value())
                .orElse("");
        boolean patients = manySided || DRAWN.contains(design);
        String until = Censoring.PROGRESSION_FREE_UNTIL.column();
        if (patients && results.endpoints().contains(CHANGE)) {
            figures.put("waterfall", waterfall());
        }
        if (patients && results.endpoints().containsAll(List.of(PROGRESSION, until))) {
            figures.put("survival", survival(until));
        }
        Path trajectories = directory.resolve(SweepDirectory.TRAJECTORIES);
        if (patients && Files.exists(trajectories)) {
            new Trajectories(results, SweepResults.table(trajectories))
                    .spider(view)
                    .ifPresent(figure -> figures.put("spider", figure));
        }
        Path bands = directory.resolve(SweepBands.FILE);
        if (Files.exists(bands)) {
            figures.put("bands", new BandsFigure(results, SweepResults.table(bands), view).figure());
        }
    }

    private Figure waterfall() throws BadInput {
        double[] changes = results.numbers(CHANGE);
        List<String> responses = SweepResults.texts(results.table(), RESPONSE);
        Map<String, List<Waterfall.Patient>> arms = new LinkedHashMap<>();
        results.arms()
                .forEach((arm, rows) -> arms.put(
                        arm,
                        rows.stream()
                                .map(row -> new Waterfall.Patient(changes[row], responses.get(row)))
                                .toList()));
        return Waterfall.of(results.title(), arms, view);
    }

    private Figure survival(String until) throws BadInput {
        double[] events = results.numbers(PROGRESSION);
        double[] censored = results.numbers(until);
        Map<String, Survival.Times> arms = new LinkedHashMap<>();
        results.arms().forEach((arm, rows) -> {
            Survival.Times times = new Survival.Times(
                    rows.stream().mapToDouble(row -> events[row]).toArray(),
                    rows.stream().mapToDouble(row -> censored[row]).toArray());
            if (times.size() > 0) {
                arms.put(arm, times);
            }
        });
        return Survival.of(results.title(), "share without progression", results.unit(PROGRESSION), arms, view);
    }
}
