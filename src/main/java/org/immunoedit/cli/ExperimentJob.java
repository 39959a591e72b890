package org.immunoedit.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immunoedit.cli.Preparation.Ready;
import org.immunoedit.cli.RunContext.Shown;
import org.immunoedit.cli.Trajectory.Solution;
import org.immunoedit.io.CsvWriter;
import org.immunoedit.io.RunRecord;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.outcome.Verdict;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Visible;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sim.Report;
import org.immunoedit.sim.RowSink;

/** A prepared experiment: integrates once and writes its rows as they come. */
final class ExperimentJob implements Job {
    /** Of hundreds of clones only the first are named. */
    private static final int MOST_EXTINCTIONS = 5;

    private final RunContext context;
    private final Ready ready;
    private final Optional<Judgement> judgement;

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
        long begin = System.nanoTime();
        Experiment experiment = ready.experiment();
        TumorTrace trace = new TumorTrace(
                experiment.horizon(),
                judgement.isPresent() ? SummaryText.COURSE : 0,
                experiment.equations().states().size());
        Trajectory.Table table = phases -> {
            RowSink written = written(csv, phases);
            return context.checkNumerics() ? recorded.before(written) : written;
        };
        Solution solution = new Trajectory(ready, judgement).write(table, trace);
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
                        solution.verdict().map(Record.class::cast).or(() -> Optional.of(Unjudged.NO_TUMOR)),
                        check.map(Record.class::cast),
                        all));
        Summary summary = new SummaryFacts(solution, experiment.equations().time())
                .of(context.file(), trace.values(), ready.method().name(), seconds);
        return new Finished(
                said,
                words(solution),
                Optional.of(summary),
                check.map(NumericsTable::text).orElse(""),
                record::writeTo);
    }

    /** The verdict, and below it what rules have decided. */
    private String words(Solution solution) {
        String verdict = Visible.of(line(solution));
        String time = ready.experiment().equations().time();
        return Stream.concat(
                        Stream.of(verdict).filter(text -> !text.isEmpty()),
                        Decisions.line(solution.report(), time).map(Visible::of).stream())
                .collect(Collectors.joining("\n"));
    }

    private List<Problem> said(Solution solution, Optional<NumericsCheck> check) {
        List<Problem> said = new ArrayList<>();
        solution.report().warnings().forEach(text -> said.add(Problem.warning("run", place(), text, "")));
        check.ifPresent(numerics -> said.addAll(numerics.warnings(place())));
        return said;
    }

    private NumericsCheck solveAgain(Solution first, RecordedRows rows) {
        Ready other = ready.forCheckOf(first.report().statistics());
        RecordedRows again = new RecordedRows();
        Solution second = new Trajectory(other, judgement).write(again);
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

    private RowSink written(CsvWriter csv, PhaseColumn phases) {
        List<Term> columns = ready.experiment().columns();
        boolean sides = ready.experiment().bothSides();
        return (time, values, side) -> {
            try {
                csv.number(time);
                if (sides) {
                    csv.text(side.toString());
                }
                for (int i = 0; i < values.length; i++) {
                    if (columns.get(i) == PhaseColumn.TERM) {
                        csv.text(phases.at(time, side));
                    } else {
                        csv.number(values[i]);
                    }
                }
                csv.endRow();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** The verdict, and what died out. */
    private String line(Solution solution) {
        String time = ready.experiment().equations().time();
        List<String> extinctions = solution.report().happenings().stream()
                .filter(Report.Happened::extinction)
                .map(gone -> String.format(Locale.ROOT, "%s died out at %.4g %s", gone.label(), gone.time(), time))
                .toList();
        String verdict = solution.verdict()
                .map(v -> v.phase() + ": " + v.why())
                .orElse(Unjudged.NO_TUMOR.phase() + ": " + Unjudged.NO_TUMOR.why());
        String separator = extinctions.isEmpty() ? "" : "; ";
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
        return new Finished(
                List.of(Problem.error(report.reason(), place(), message, "")), "", Optional.empty(), "", out -> {});
    }

    private Place place() {
        return new Place(context.file(), 0, 0, "");
    }
}
