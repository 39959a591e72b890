package org.immunoedit.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunoedit.cli.Preparation.Ready;
import org.immunoedit.io.CsvWriter;
import org.immunoedit.outcome.Judge;
import org.immunoedit.outcome.Verdict;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sim.Observer;
import org.immunoedit.sim.Report;
import org.immunoedit.sim.RowSink;
import org.immunoedit.sim.RowSink.Side;
import org.immunoedit.sim.Rows;
import org.immunoedit.sim.Simulation;

/** A prepared experiment: integrates once and writes its rows as they come. */
final class ExperimentJob implements Job {
    private final String file;
    private final Ready ready;
    private final Optional<Judgement> judgement;
    private final List<Problem> warnings;
    private PhaseColumn phases = new PhaseColumn(List.of());

    ExperimentJob(String file, Ready ready, Optional<Judgement> judgement, List<Problem> warnings) {
        this.file = file;
        this.ready = ready;
        this.judgement = judgement;
        this.warnings = List.copyOf(warnings);
    }

    @Override
    public List<Problem> warnings() {
        return warnings;
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
        Finished finished = integrate((time, values, side) -> write(csv, time, values, side));
        csv.flush();
        return finished;
    }

    private Finished integrate(RowSink sink) {
        Experiment experiment = ready.experiment();
        if (ready.runIn().isPresent()) {
            RunIn.Result lead = ready.runIn()
                    .get()
                    .run(ready.method(), sink, experiment.horizon().start());
            if (lead.start().isEmpty()) {
                return failed("run-in", lead.failure());
            }
            experiment = experiment.from(lead.start().get());
        }
        if (experiment.columns().contains(PhaseColumn.TERM)) {
            Judge first = judgement.orElseThrow().judge();
            if (!simulate(experiment, List.of(first)).succeeded()) {
                phases = new PhaseColumn(List.of());
            } else {
                phases = new PhaseColumn(first.verdict().timeline());
            }
        }
        Optional<Judge> judge = judgement.map(Judgement::judge);
        List<Observer> observers = new ArrayList<>(List.of(new Rows(experiment, sink)));
        judge.ifPresent(observers::add);
        Report report = simulate(experiment, observers);
        if (!report.succeeded()) {
            String before = String.join("; ", report.warnings());
            return failed(report.reason(), report.message() + (before.isEmpty() ? "" : " (" + before + ")"));
        }
        List<Problem> said = new ArrayList<>();
        report.warnings().forEach(text -> said.add(Problem.warning("run", place(), text, "")));
        return new Finished(said, judge.map(Judge::verdict).map(ExperimentJob::line).orElse(""), out -> {});
    }

    private Report simulate(Experiment experiment, List<Observer> observers) {
        return new Simulation(experiment, ready.programs(), ready.method(), Observer.all(observers)).run();
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

    private static String line(Verdict verdict) {
        return verdict.phase() + ": " + verdict.why();
    }

    private Finished failed(String code, String message) {
        return new Finished(List.of(Problem.error(code, place(), message, "")), "", out -> {});
    }

    private Place place() {
        return new Place(file, 0, 0, "");
    }
}
