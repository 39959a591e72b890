package org.immunoedit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.figure.Axis;
import org.immunoedit.figure.BoundaryCurve;
import org.immunoedit.figure.Figure;
import org.immunoedit.figure.Key;
import org.immunoedit.figure.ResponseCurve;
import org.immunoedit.figure.Spot;
import org.immunoedit.figure.SweepMap;
import org.immunoedit.figure.Varied;
import org.immunoedit.figure.View;
import org.immunoedit.io.Json;
import org.immunoedit.problem.BadInput;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;

/** The figures of a sweep: those that its design and its endpoints allow, by name. */
final class SweepFigures {
    private static final String DEFAULT_ENDPOINT = "tumor_end";
    private static final String BOUNDARY = "boundary";

    private final Path directory;
    private final View view;
    private final Optional<String> endpoint;
    private final SweepResults results;
    private final CohortFigures cohort;

    /**
     * Reads the results of a sweep.
     *
     * @param endpoint to draw instead of the phases
     * @throws BadInput if they are not the results of a sweep, or lack the endpoint
     */
    SweepFigures(Path directory, View view, Optional<String> endpoint) throws BadInput, IOException {
        this.directory = directory;
        this.view = view;
        this.endpoint = endpoint;
        this.results = SweepResults.read(directory);
        this.cohort = new CohortFigures(directory, results, view);
        if (endpoint.isPresent() && !results.endpoints().contains(endpoint.get())) {
            String name = endpoint.get();
            throw new BadInput(List.of(Problem.error(
                            "name",
                            Place.startOf(results.table().file()),
                            "there is no endpoint \"" + name + "\" of numbers",
                            "one of " + String.join(", ", results.endpoints()))
                    .withHint(Nearest.hint(name, results.endpoints()))));
        }
    }

    /** Whether a directory holds a sweep. */
    static boolean isSweep(Path directory) {
        return Files.exists(directory.resolve(SweepDirectory.RESULTS));
    }

    /**
     * All figures, the most telling one first.
     *
     * @throws WrongUsage if there is nothing that a figure could show
     */
    Map<String, Figure> all() throws WrongUsage, BadInput, IOException {
        if (!view.columns().isEmpty() && !Files.exists(directory.resolve(SweepBands.FILE))) {
            throw new WrongUsage("--columns chooses among the columns of " + SweepBands.FILE
                    + ", which this sweep has not; --endpoint chooses what a map shows");
        }
        Map<String, Figure> figures = new LinkedHashMap<>();
        List<String> varied = results.varied();
        if (results.table().has(BOUNDARY)) {
            addBoundary(varied, figures);
        } else if (varied.size() == 2) {
            addMap(results.varied(varied.get(0)), results.varied(varied.get(1)), figures);
        } else if (varied.size() == 1) {
            addCurve(results.varied(varied.get(0)), figures);
        }
        if (endpoint.isEmpty()) {
            cohort.addTo(figures, varied.size() > 2);
        }
        if (figures.isEmpty() && varied.isEmpty() && results.table().has(BOUNDARY)) {
            throw new WrongUsage("this search has found one value for each arm, which " + SweepDirectory.RESULTS
                    + " tells; a figure needs something that is varied besides");
        }
        if (figures.isEmpty()) {
            throw new WrongUsage("this sweep varies " + varied.size()
                    + " values and has no cohort to show; figures need one or two varied values, or draws or arms");
        }
        return figures;
    }

    private void addMap(Varied x, Varied y, Map<String, Figure> figures) throws BadInput {
        String measured = endpoint.orElse(DEFAULT_ENDPOINT);
        List<SweepMap.Part> parts = new ArrayList<>();
        byArm(results.spots(x, Optional.of(y), measured))
                .forEach((arm, spots) -> parts.add(new SweepMap.Part(arm, spots)));
        if (endpoint.isPresent()) {
            Key key = Key.of(Axis.titled(measured, results.unit(measured)));
            figures.put(measured, SweepMap.endpoint(results.title(), key, x, y, parts, view));
        } else {
            figures.put("phases", SweepMap.phases(results.title(), x, y, parts, view));
        }
    }

    private void addCurve(Varied x, Map<String, Figure> figures) throws BadInput {
        String measured = endpoint.orElse(DEFAULT_ENDPOINT);
        if (!results.endpoints().contains(measured)) {
            return;
        }
        List<ResponseCurve.Part> parts = new ArrayList<>();
        byArm(results.spots(x, Optional.empty(), measured))
                .forEach((arm, spots) -> parts.add(new ResponseCurve.Part(arm, spots)));
        String title = Axis.titled(measured, results.unit(measured));
        figures.put(measured, ResponseCurve.of(results.title(), x, title, parts, view));
    }

    private void addBoundary(List<String> varied, Map<String, Figure> figures) throws BadInput {
        Varied searched = searched();
        if (varied.size() == 2) {
            List<SweepMap.Part> parts = new ArrayList<>();
            Varied x = results.varied(varied.get(0));
            Varied y = results.varied(varied.get(1));
            byArm(results.spots(x, Optional.of(y), BOUNDARY))
                    .forEach((arm, spots) -> parts.add(new SweepMap.Part(arm, spots)));
            Key key = Key.of(Axis.titled(searched.path(), searched.unit()));
            figures.put(BOUNDARY, SweepMap.endpoint(results.title(), key, x, y, parts, view));
        } else if (varied.size() == 1) {
            Varied x = results.varied(varied.get(0));
            double[] at = results.numbers(x.path());
            double[] boundary = results.numbers(BOUNDARY);
            double[] lower = results.numbers("lower");
            double[] upper = results.numbers("upper");
            Map<String, List<BoundaryCurve.Found>> found = new LinkedHashMap<>();
            results.arms()
                    .forEach((arm, rows) -> found.put(
                            arm,
                            rows.stream()
                                    .map(row -> new BoundaryCurve.Found(at[row], boundary[row], lower[row], upper[row]))
                                    .toList()));
            figures.put(BOUNDARY, BoundaryCurve.of(results.title(), x, searched, found, view));
        }
    }

    private Varied searched() {
        Optional<Json> find = results.swept("find");
        String path = find.flatMap(json -> SweepResults.text(json, "vary")).orElse(BOUNDARY);
        boolean log = find.flatMap(json -> SweepResults.text(json, "scale"))
                .orElse("")
                .equals("log");
        return new Varied(path, results.unit(BOUNDARY), log, List.of());
    }

    private Map<String, List<Spot>> byArm(List<Optional<Spot>> rows) {
        Map<String, List<Spot>> byArm = new LinkedHashMap<>();
        results.arms().forEach((arm, own) -> {
            List<Spot> spots =
                    own.stream().flatMap(row -> rows.get(row).stream()).toList();
            if (!spots.isEmpty()) {
                byArm.put(arm, spots);
            }
        });
        return byArm;
    }
}
