package org.immunoedit.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunoedit.cli.Preparation.Ready;
import org.immunoedit.io.Json;
import org.immunoedit.io.RunRecord;
import org.immunoedit.io.RunRecord.Citation;
import org.immunoedit.io.RunRecord.Column;
import org.immunoedit.io.RunRecord.Ending;
import org.immunoedit.io.RunRecord.Fired;
import org.immunoedit.io.RunRecord.SolverUse;
import org.immunoedit.io.RunRecord.Source;
import org.immunoedit.ode.Tolerances;
import org.immunoedit.problem.Problem;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sim.Report;

/**
 * Where a run comes from, for its record.
 *
 * @param file name of the scenario in messages
 * @param command words of the command line
 * @param scenario with overrides and defaults filled in
 * @param sources documents it was made from
 * @param citations of its model and its agents
 * @param zero states that stay 0
 * @param warnings of the checks
 * @param checkNumerics whether to solve again by another method and compare
 */
record RunContext(
        String file,
        List<String> command,
        Json scenario,
        List<Source> sources,
        List<Citation> citations,
        List<String> zero,
        List<Problem> warnings,
        boolean checkNumerics) {
    /**
     * What a run has shown.
     *
     * @param seconds real time of the integration
     * @param runIn length of the run-in
     */
    record Shown(
            Report report,
            double seconds,
            OptionalDouble runIn,
            Optional<Record> verdict,
            Optional<Record> numerics,
            List<Problem> warnings) {}

    /** The content of the sidecar. */
    RunRecord record(Ready ready, Shown shown) {
        Experiment experiment = ready.experiment();
        Report report = shown.report();
        return new RunRecord(
                App.version(),
                command,
                scenario,
                sources,
                citations,
                experiment.equations().time(),
                columns(experiment),
                report.doses(),
                new SolverUse(ready.method().name(), experiment.tolerances().relative(), absolute(experiment), zero),
                report.statistics(),
                shown.seconds(),
                new Ending(report.status().toString(), report.time(), report.reason()),
                shown.runIn(),
                report.happenings().stream()
                        .map(h -> new Fired(h.time(), h.label(), h.extinction()))
                        .toList(),
                report.decisions(),
                shown.verdict(),
                shown.numerics(),
                shown.warnings());
    }

    private static List<Column> columns(Experiment experiment) {
        List<Column> columns = new java.util.ArrayList<>();
        columns.add(new Column("time", experiment.equations().time(), "time"));
        if (experiment.bothSides()) {
            columns.add(new Column("side", "", "before or after what happens at that time"));
        }
        experiment.columns().forEach(term -> columns.add(new Column(term.name(), term.unit(), term.about())));
        return columns;
    }

    private static Map<String, Double> absolute(Experiment experiment) {
        Tolerances tolerances = experiment.tolerances();
        Map<String, Double> absolute = new LinkedHashMap<>();
        for (int i = 0; i < tolerances.dimension(); i++) {
            absolute.put(experiment.equations().states().get(i).name(), tolerances.absolute(i));
        }
        return absolute;
    }
}
