package org.immunoedit.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immunoedit.cli.Preparation.Ready;
import org.immunoedit.cli.RunContext.Shown;
import org.immunoedit.io.CsvWriter;
import org.immunoedit.io.RunRecord;
import org.immunoedit.outcome.Judge;
import org.immunoedit.outcome.Verdict;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.sim.Assessor;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sim.Observer;
import org.immunoedit.sim.Report;
import org.immunoedit.sim.RowSink;
import org.immunoedit.sim.RowSink.Side;
import org.immunoedit.sim.Rows;
import org.immunoedit.sim.Simulation;

/** A prepared experiment: integrates once and writes its rows as they come. */
final class ExperimentJob implements Job {
    /** Of hundreds of clones only the first are named. */
    private static final int MOST_EXTINCTIONS = 5;

    private final RunContext context;
    private final Ready ready;
    private final Optional<Judgement> judgement;
    private PhaseColumn phases = new PhaseColumn(List.of());

    ExperimentJob(RunContext context, Ready ready, Optional<Judgement> judgement) {
        this.context = context;
        this.ready = ready;
        this.judgement = judgement;
    }

    /** What it integrates. */
    Ready ready() {
        return ready;
    }

    /** How it is judged. */
    Optional<Judgement> judgement() {
        return judgement;
    }

    @Override
    public List<Problem> warnings() {
        return context.warnings();
    }

    @Override
    public Finished run(OutputStream stream) throws IOException {
        try {
            return run(new CsvWriter(stream, header()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of("time"));
        if (ready.experiment().bothSides()) {
            header.add("side");
        }
        ready.experiment().columns().forEach(column -> header.add(column.name()));
        return header;
    }

    private Finished run(CsvWriter csv) throws IOException {
        RecordedRows recorded = new RecordedRows();
        RowSink written = (time, values, side) -> write(csv, time, values, side);
        long begin = System.nanoTime();
        Solution solution = solve(ready, context.checkNumerics() ? recorded.before(written) : written, true);
        csv.flush();
        double seconds = (System.nanoTime() - begin) * 1e-9;
        if (!solution.report().succeeded()) {
            return failed(solution.report());
        }
        Optional<NumericsCheck> check =
                context.checkNumerics() ? Optional.of(solveAgain(solution, recorded)) : Optional.empty();
        List<Problem> said = said(solution, check);
        List<Problem> all = new ArrayList<>(context.warnings());
        all.addAll(said);
        RunRecord record = context.record(
                ready,
                new Shown(
                        solution.report(),
                        seconds,
                        solution.runIn(),
                        solution.verdict().map(Record.class::cast),
                        check.map(Record.class::cast),
                        all));
        return new Finished(
                said, words(solution), check.map(NumericsTable::text).orElse(""), record::writeTo);
    }

    /** The verdict, and below it what rules have decided. */
    private String words(Solution solution) {
        String verdict = line(solution);
        String time = ready.experiment().equations().time();
        return Stream.concat(
                        Stream.of(verdict).filter(text -> !text.isEmpty()),
                        Decisions.line(solution.report(), time).stream())
                .collect(Collectors.joining("\n"));
    }

    private List<Problem> said(Solution solution, Optional<NumericsCheck> check) {
        List<Problem> said = new ArrayList<>();
        solution.report().warnings().forEach(text -> said.add(Problem.warning("run", place(), text, "")));
        check.ifPresent(numerics -> said.addAll(numerics.warnings(place())));
        return said;
    }

    /** A run and what it has shown; a run-in that fails is the run's failure. */
    private record Solution(Report report, Optional<Verdict> verdict, OptionalDouble runIn) {}

    private NumericsCheck solveAgain(Solution first, RecordedRows rows) {
        Ready other = ready.forCheckOf(first.report().statistics());
        RecordedRows again = new RecordedRows();
        Solution second = solve(other, again, false);
        NumericsCheck.Solver before = solver(ready, first.report());
        NumericsCheck.Solver by = solver(other, second.report());
        if (!second.report().succeeded()) {
            return NumericsCheck.failed(before, by, second.report().message());
        }
        return new NumericsCheck(
                before,
                by,
                Optional.empty(),
                rows.differences(again, ready.experiment().columns()),
                rows.unmatched(again),
                first.verdict().map(Verdict::phase),
                second.verdict().map(Verdict::phase));
    }

    private static NumericsCheck.Solver solver(Ready ready, Report report) {
        double rtol = ready.experiment().tolerances().relative();
        return new NumericsCheck.Solver(ready.method().name(), rtol, report.statistics());
    }

    private Solution solve(Ready ready, RowSink sink, boolean withPhases) {
        Experiment experiment = ready.experiment();
        OptionalDouble runIn = OptionalDouble.empty();
        if (ready.runIn().isPresent()) {
            RunIn.Result lead = ready.runIn()
                    .get()
                    .run(ready.method(), sink, experiment.horizon().start());
            runIn = OptionalDouble.of(lead.length());
            if (lead.start().isEmpty()) {
                return new Solution(failedRunIn(lead), Optional.empty(), runIn);
            }
            experiment = experiment.from(lead.start().get());
        }
        if (withPhases && experiment.columns().contains(PhaseColumn.TERM)) {
            Judge first = judgement.orElseThrow().judge();
            if (!simulate(ready, experiment, List.of(first)).succeeded()) {
                phases = new PhaseColumn(List.of());
            } else {
                phases = new PhaseColumn(first.verdict().timeline());
            }
        }
        Optional<Judge> judge = judgement.map(Judgement::judge);
        List<Observer> observers = new ArrayList<>(List.of(new Rows(experiment, sink)));
        judge.ifPresent(observers::add);
        Report report = simulate(ready, experiment, observers);
        return new Solution(report, judge.map(Judge::verdict), runIn);
    }

    private static Report failedRunIn(RunIn.Result lead) {
        return new Report(
                Report.Status.FAILED, lead.length(), "run-in", lead.failure(), List.of(), lead.statistics(), List.of());
    }

    private Report simulate(Ready ready, Experiment experiment, List<Observer> observers) {
        Assessor assessor = experiment.rules().tumor().isEmpty()
                ? Assessor.BLIND
                : new Clinic(judgement.orElseThrow().criteria().imaging());
        Observer all = Observer.all(observers);
        return new Simulation(experiment, ready.programs(), ready.method(), all, assessor).run();
    }

    private void write(CsvWriter csv, double time, double[] values, Side side) {
        try {
            csv.number(time);
            if (ready.experiment().bothSides()) {
                csv.text(side.toString());
            }
            for (int i = 0; i < values.length; i++) {
                if (ready.experiment().columns().get(i) == PhaseColumn.TERM) {
                    csv.text(phases.at(time, side));
                } else {
                    csv.number(values[i]);
                }
            }
            csv.endRow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The verdict, and what died out. */
    private String line(Solution solution) {
        String time = ready.experiment().equations().time();
        List<String> extinctions = solution.report().happenings().stream()
                .filter(Report.Happened::extinction)
                .map(gone -> String.format(Locale.ROOT, "%s died out at %.4g %s", gone.label(), gone.time(), time))
                .toList();
        String verdict = solution.verdict().map(v -> v.phase() + ": " + v.why()).orElse("");
        String separator = verdict.isEmpty() || extinctions.isEmpty() ? "" : "; ";
        String more = extinctions.size() > MOST_EXTINCTIONS
                ? " and " + (extinctions.size() - MOST_EXTINCTIONS) + " more"
                : "";
        return verdict
                + separator
                + String.join(", ", extinctions.subList(0, Math.min(extinctions.size(), MOST_EXTINCTIONS)))
                + more;
    }

    private Finished failed(Report report) {
        String before = String.join("; ", report.warnings());
        String message = report.message() + (before.isEmpty() ? "" : " (" + before + ")");
        return new Finished(List.of(Problem.error(report.reason(), place(), message, "")), "", "", out -> {});
    }

    private Place place() {
        return new Place(context.file(), 0, 0, "");
    }
}
