package org.immunoedit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.figure.Course;
import org.immunoedit.figure.Figure;
import org.immunoedit.figure.Overlay;
import org.immunoedit.figure.Points;
import org.immunoedit.figure.Recording;
import org.immunoedit.figure.Trace;
import org.immunoedit.figure.View;
import org.immunoedit.io.DataTable;
import org.immunoedit.io.RunRecord.Column;
import org.immunoedit.io.Sidecar;
import org.immunoedit.problem.BadInput;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;

/** Turns the CSV files of runs, with their sidecars, into figures. */
final class RunFigures {
    private static final String TIME = "time";

    private final View view;
    private final Optional<String> data;
    private final InputStream in;
    private final List<Problem> warnings;

    /**
     * Figures of one look.
     *
     * @param data file with observations
     * @param in standard input
     * @param warnings receives them
     */
    RunFigures(View view, Optional<String> data, InputStream in, List<Problem> warnings) {
        this.view = view;
        this.data = data;
        this.in = in;
        this.warnings = warnings;
    }

    /**
     * The figure of one run.
     *
     * @throws BadInput if the file or its sidecar cannot be used, or lacks a column that is asked for
     */
    Figure figure(String file) throws BadInput, IOException {
        Recording recording = recording(file);
        check(List.of(recording), file);
        List<Trace> observations = data.isPresent() ? observations(recording, data.get()) : List.of();
        return Course.of(recording, observations, view);
    }

    /** One figure of several runs. */
    Figure overlay(List<String> files) throws WrongUsage, BadInput, IOException {
        if (data.isPresent()) {
            throw new WrongUsage("--data goes with one file");
        }
        List<Recording> recordings = new ArrayList<>();
        for (String file : files) {
            recordings.add(recording(file));
        }
        check(recordings, files.get(0));
        return Overlay.of(recordings, view);
    }

    /** Whether the columns asked for are there. */
    private void check(List<Recording> recordings, String file) throws BadInput {
        List<String> known = recordings.stream()
                .flatMap(recording -> recording.traces().stream())
                .map(Trace::name)
                .distinct()
                .toList();
        require(view.columns(), known, Document.shownName(file));
    }

    /**
     * Refuses columns that a table lacks.
     *
     * @param file name of the table in messages
     */
    static void require(List<String> asked, List<String> known, String file) throws BadInput {
        Problems problems = new Problems();
        for (String name : asked) {
            if (!known.contains(name)) {
                problems.add(Problem.error(
                                "name",
                                Place.startOf(file),
                                "there is no column \"" + name + "\" of numbers",
                                "one of " + String.join(", ", known))
                        .withHint(Nearest.hint(name, known)));
            }
        }
        problems.throwIfErrors();
    }

    private Recording recording(String file) throws BadInput, IOException {
        Problems problems = new Problems();
        Optional<DataTable> table = table(file, problems);
        Optional<Sidecar> sidecar = sidecar(file, problems);
        problems.throwIfErrors();
        DataTable cells = table.orElseThrow();
        String time = cells.has(TIME) ? TIME : cells.names().get(0);
        List<Trace> traces = traces(cells, time, sidecar, problems);
        problems.throwIfErrors();
        String title =
                sidecar.map(Sidecar::title).filter(text -> !text.isEmpty()).orElse(stem(file));
        return sidecar.isPresent() ? told(sidecar.get(), title, traces) : Recording.of(title, traces);
    }

    private DataTable require(Optional<DataTable> table, Problems problems) throws BadInput {
        problems.throwIfErrors();
        return table.orElseThrow();
    }

    private Optional<DataTable> table(String file, Problems problems) throws IOException {
        if (Document.isStdin(file)) {
            return DataTable.read(in, Document.shownName(file), problems);
        }
        if (Files.isDirectory(UserPath.of(file))) {
            throw new FileSystemException(file, null, "is a directory");
        }
        try (InputStream stream = Files.newInputStream(UserPath.of(file))) {
            return DataTable.read(stream, file, problems);
        }
    }

    private Optional<Sidecar> sidecar(String file, Problems problems) throws IOException {
        Path path = Document.isStdin(file) ? Path.of("") : Targets.sidecar(UserPath.of(file));
        if (Document.isStdin(file) || !Files.exists(path)) {
            String missing = Document.isStdin(file) ? "standard input has no sidecar" : "there is no sidecar " + path;
            warnings.add(Problem.warning(
                    "sidecar",
                    Place.startOf(Document.shownName(file)),
                    missing + ": the figure is without units, phases and doses",
                    ""));
            return Optional.empty();
        }
        return Sidecar.read(Files.readAllBytes(path), path.toString(), problems);
    }

    private static List<Trace> traces(DataTable cells, String time, Optional<Sidecar> sidecar, Problems problems) {
        Map<String, Column> columns = new LinkedHashMap<>();
        sidecar.ifPresent(known -> known.columns().forEach(column -> columns.put(column.name(), column)));
        List<Trace> traces = new ArrayList<>();
        Optional<double[]> times = cells.completeNumbers(time, problems);
        for (String name : cells.names()) {
            if (name.equals(time) || cells.isWords(name) || times.isEmpty()) {
                continue;
            }
            Column column = columns.getOrDefault(name, new Column(name, "", ""));
            cells.numbers(name, problems)
                    .ifPresent(values ->
                            traces.add(new Trace(name, column.unit(), column.about(), Points.of(times.get(), values))));
        }
        if (times.isPresent() && (traces.isEmpty() || cells.rows() == 0)) {
            problems.error(
                    "csv",
                    Place.startOf(cells.file()),
                    cells.rows() == 0 ? "the table has no rows" : "no column but " + time + " holds numbers",
                    "columns of numbers over time");
        }
        return traces;
    }

    private static Recording told(Sidecar sidecar, String title, List<Trace> traces) {
        Optional<Sidecar.Judged> verdict = sidecar.verdict();
        return new Recording(
                title,
                verdict.map(judged -> judged.phase() + ": " + judged.why()).orElse(""),
                sidecar.timeUnit(),
                traces,
                verdict.map(Sidecar.Judged::tumor).orElse(""),
                verdict.map(Sidecar.Judged::watched).orElse(List.of()),
                doses(sidecar.doses()),
                verdict.map(Sidecar.Judged::timeline).orElse(List.of()),
                remarks(sidecar),
                bounds(verdict));
    }

    private static List<Recording.Bound> bounds(Optional<Sidecar.Judged> verdict) {
        List<Recording.Bound> bounds = new ArrayList<>();
        verdict.map(Sidecar.Judged::bounds)
                .orElse(Map.of())
                .forEach((name, value) -> bounds.add(new Recording.Bound(name.replace('_', ' '), value)));
        return bounds;
    }

    /** Doses by what was given, in order of their first. */
    static List<Recording.Doses> doses(List<Sidecar.Shot> shots) {
        Map<String, List<Sidecar.Shot>> byAgent = new LinkedHashMap<>();
        for (Sidecar.Shot shot : shots) {
            String agent = shot.agent().isEmpty() ? shot.state() : shot.agent();
            byAgent.computeIfAbsent(agent, name -> new ArrayList<>()).add(shot);
        }
        List<Recording.Doses> doses = new ArrayList<>();
        byAgent.forEach((agent, own) -> doses.add(new Recording.Doses(
                agent,
                own.get(0).state(),
                own.stream().map(Sidecar.Shot::amount).toList(),
                own.stream().map(Sidecar.Shot::time).toList())));
        return doses;
    }

    private static List<Recording.Remark> remarks(Sidecar sidecar) {
        Map<String, List<Double>> byWords = new LinkedHashMap<>();
        sidecar.happenings().stream()
                .sorted((a, b) -> Double.compare(a.time(), b.time()))
                .forEach(happening -> byWords.computeIfAbsent(happening.words(), words -> new ArrayList<>())
                        .add(happening.time()));
        List<Recording.Remark> remarks = new ArrayList<>();
        byWords.forEach((words, times) -> remarks.add(new Recording.Remark(words, times)));
        return remarks;
    }

    private List<Trace> observations(Recording recording, String file) throws BadInput, IOException {
        Problems problems = new Problems();
        DataTable cells = require(table(file, problems), problems);
        List<Trace> observed =
                traces(cells, cells.has(TIME) ? TIME : cells.names().get(0), Optional.empty(), problems);
        List<String> known = recording.traces().stream().map(Trace::name).toList();
        for (Trace trace : observed) {
            if (!known.contains(trace.name())) {
                problems.add(Problem.error(
                                "name",
                                Place.startOf(file),
                                "the run has no column \"" + trace.name() + "\"",
                                "one of " + String.join(", ", known))
                        .withHint(Nearest.hint(trace.name(), known)));
            }
        }
        problems.throwIfErrors();
        List<String> shown = Course.shown(recording, view);
        for (Trace trace : observed) {
            if (!shown.contains(trace.name())) {
                warnings.add(Problem.warning(
                        "plot",
                        Place.startOf(file),
                        "column \"" + trace.name() + "\" is not in the figure; --columns can ask for it",
                        ""));
            }
        }
        return observed;
    }

    private static String stem(String file) throws IOException {
        return Document.isStdin(file)
                ? ""
                : UserPath.of(file).getFileName().toString().replaceFirst("(?i)\\.csv$", "");
    }
}
