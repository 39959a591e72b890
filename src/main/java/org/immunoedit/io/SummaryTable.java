package org.immunoedit.io;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.immunoedit.outcome.Phase;
import org.immunoedit.sweep.Census;
import org.immunoedit.sweep.Interval;
import org.immunoedit.sweep.KaplanMeier;
import org.immunoedit.sweep.Proportion;
import org.immunoedit.sweep.Statistics;
import org.immunoedit.sweep.Summary;
import org.immunoedit.sweep.Transitions;

/** A summary as a long table, one number per line: {@code summary.csv}. */
public final class SummaryTable {
    /** Name of the file. */
    public static final String FILE = "summary.csv";

    private static final List<String> COLUMNS =
            List.of("arm", "versus", "quantity", "statistic", "value", "low", "high", "count", "of", "unit");

    private final Summary summary;
    private final String timeUnit;
    private final CsvWriter csv;

    private SummaryTable(Summary summary, String timeUnit, CsvWriter csv) {
        this.summary = summary;
        this.timeUnit = timeUnit;
        this.csv = csv;
    }

    /**
     * Writes a summary; does not close the stream.
     *
     * @param timeUnit of progression-free survival
     * @throws IOException if the stream cannot be written to
     */
    public static void write(Summary summary, String timeUnit, OutputStream out) throws IOException {
        CsvWriter csv = new CsvWriter(out, COLUMNS);
        SummaryTable table = new SummaryTable(summary, timeUnit, csv);
        for (Summary.Arm arm : summary.arms()) {
            table.arm(arm);
        }
        for (Summary.Pair pair : summary.pairs()) {
            table.pair(pair);
        }
        csv.flush();
    }

    private void arm(Summary.Arm arm) throws IOException {
        Line line = new Line(arm.name(), "");
        Census census = arm.census();
        for (Map.Entry<String, Long> status : census.statuses().entrySet()) {
            line.share("status", status.getKey(), new Proportion(status.getValue(), census.runs()));
        }
        for (Map.Entry<Phase, Proportion> phase : census.phases().entrySet()) {
            line.share("phase", phase.getKey().toString(), phase.getValue());
        }
        if (census.assessed()) {
            for (Map.Entry<?, Proportion> response : census.responses().entrySet()) {
                line.share("best_response", response.getKey().toString(), response.getValue());
            }
            line.share("objective_response", "share", census.objectiveResponse());
            line.share("disease_control", "share", census.diseaseControl());
        }
        if (arm.progression().isPresent()) {
            survival(line, arm.progression().get());
        }
        for (Map.Entry<String, Transitions> flip : arm.flips().entrySet()) {
            line.share("flip", flip.getKey(), flip.getValue().changed());
        }
        for (Summary.Measure measure : arm.endpoints()) {
            endpoint(line, measure);
        }
    }

    private void survival(Line line, KaplanMeier times) throws IOException {
        Interval interval = times.medianInterval();
        long events = times.events();
        line.row(
                "progression_free_survival",
                "median",
                new double[] {times.median(), interval.low(), interval.high()},
                events,
                events + times.censored(),
                timeUnit);
    }

    private void endpoint(Line line, Summary.Measure measure) throws IOException {
        Statistics statistics = measure.statistics();
        long of = statistics.count() + statistics.missing();
        line.value(measure, "mean", statistics.mean(), of);
        for (int k = 0; k < statistics.quantiles().size(); k++) {
            String name = SummaryDocument.quantile(summary.shares().get(k));
            line.value(measure, name, statistics.quantiles().get(k), of);
        }
    }

    private void pair(Summary.Pair pair) throws IOException {
        Line line = new Line(pair.from(), pair.to());
        Transitions transitions = pair.transitions();
        long of = transitions.changed().of();
        for (Phase from : Phase.values()) {
            for (Phase to : Phase.values()) {
                Proportion share = new Proportion(transitions.count(from, to), of);
                line.share("phase", from + " to " + to, share);
            }
        }
        line.share("benefit", "better", transitions.better());
        line.share("benefit", "worse", transitions.worse());
        line.share("benefit", "unclear", transitions.unclear());
    }

    /** Lines that begin alike. */
    private final class Line {
        private final String arm;
        private final String versus;

        Line(String arm, String versus) {
            this.arm = arm;
            this.versus = versus;
        }

        void share(String quantity, String statistic, Proportion share) throws IOException {
            Interval interval = share.interval();
            double[] values = {share.share(), interval.low(), interval.high()};
            row(quantity, statistic, values, share.count(), share.of(), "1");
        }

        void value(Summary.Measure measure, String statistic, double value, long of) throws IOException {
            double[] values = {value, Double.NaN, Double.NaN};
            row(measure.name(), statistic, values, measure.statistics().count(), of, measure.unit());
        }

        void row(String quantity, String statistic, double[] values, long count, long of, String unit)
                throws IOException {
            csv.text(arm);
            csv.text(versus);
            csv.text(quantity);
            csv.text(statistic);
            for (double value : values) {
                csv.number(value);
            }
            csv.text(Long.toString(count));
            csv.text(Long.toString(of));
            csv.text(unit);
            csv.endRow();
        }
    }
}
