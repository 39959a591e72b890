package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.immunoedit.analysis.Budget;
import org.immunoedit.analysis.Budget.Interval;
import org.immunoedit.analysis.Turnover.Mark;
import org.immunoedit.analysis.Turnover.Moment;
import org.immunoedit.analysis.Turnover.Span;
import org.immunoedit.cli.Trajectory.Solution;
import org.immunoedit.figure.Balance;
import org.immunoedit.figure.Figure;
import org.immunoedit.figure.Key;
import org.immunoedit.figure.Points;
import org.immunoedit.figure.Recording;
import org.immunoedit.figure.Scale;
import org.immunoedit.figure.Trace;
import org.immunoedit.figure.View;
import org.immunoedit.io.Sidecar;
import org.immunoedit.model.Contribution;
import org.immunoedit.outcome.Criteria;
import org.immunoedit.sim.Report;

/** An explanation as a figure. */
final class ExplanationFigure {
    private final Explanation explanation;
    private final Criteria criteria;

    private ExplanationFigure(Explanation explanation) {
        this.explanation = explanation;
        criteria = explanation.verdict().criteria();
    }

    /**
     * Runs once more, to add up the contributions in the intervals of the figure.
     *
     * @param title of the scenario
     * @param explanation of the same assembly
     */
    static Figure of(String title, Assembly assembly, Explanation explanation, View view) {
        List<Span> spans = explanation.spans();
        double from = spans.get(0).from().time();
        double to = spans.get(spans.size() - 1).to().time();
        ExplanationFigure figure = new ExplanationFigure(explanation);
        List<Double> turns = spans.stream()
                .filter(span -> span.mark() != Mark.END)
                .map(span -> span.to().time())
                .toList();
        Scale time = Balance.time(from, to, turns);
        Budget budget = new Budget(Balance.edges(time));
        String about = Explanation.columns(assembly).get(0).about();
        Solution run = Explanation.watch(assembly, budget);
        return Balance.of(
                figure.recording(title, about, budget.intervals(), run.report()),
                figure.account(time, budget.intervals()),
                view);
    }

    private Recording recording(String title, String about, List<Interval> intervals, Report report) {
        List<Sidecar.Shot> shots = report.doses().stream()
                .map(dose -> new Sidecar.Shot(dose.time(), dose.agent(), dose.state(), dose.amount()))
                .toList();
        List<Recording.Bound> bounds = new ArrayList<>();
        criteria.bounds().eliminatedBelow().ifPresent(v -> bounds.add(new Recording.Bound("eliminated below", v)));
        criteria.bounds().escapedAbove().ifPresent(v -> bounds.add(new Recording.Bound("escaped above", v)));
        return new Recording(
                title,
                explanation.verdict().phase() + ": " + explanation.verdict().why(),
                explanation.timeUnit(),
                List.of(new Trace(criteria.tumor(), criteria.tumorUnit(), about, course(intervals))),
                criteria.tumor(),
                List.of(),
                RunFigures.doses(shots),
                explanation.verdict().timeline(),
                remarks(),
                bounds);
    }

    /** The tumor at the start of each interval, and at its turns. */
    private Points course(List<Interval> intervals) {
        record Seen(double time, double tumor) {}
        List<Seen> seen = new ArrayList<>();
        for (Span span : explanation.spans()) {
            for (Moment moment : List.of(span.from(), span.to())) {
                seen.add(new Seen(moment.time(), moment.quantity()));
            }
        }
        intervals.forEach(interval -> seen.add(new Seen(interval.from(), interval.start())));
        double start = intervals.get(0).from();
        List<Seen> sorted = seen.stream()
                .filter(each -> each.time() >= start)
                .sorted(Comparator.comparingDouble(Seen::time))
                .toList();
        return Points.of(
                sorted.stream().mapToDouble(Seen::time).toArray(),
                sorted.stream().mapToDouble(Seen::tumor).toArray());
    }

    /** Turns by what decided them. */
    private List<Recording.Remark> remarks() {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        List<Span> spans = explanation.spans();
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            double after = i + 1 < spans.size() ? spans.get(i + 1).from().quantity() : Double.NaN;
            if (span.mark() != Mark.END) {
                times.computeIfAbsent(words(span, after), words -> new ArrayList<>())
                        .add(span.to().time());
            }
        }
        return times.entrySet().stream()
                .map(entry -> new Recording.Remark(entry.getKey(), entry.getValue()))
                .toList();
    }

    private String words(Span span, double after) {
        if (span.mark() == Mark.JUMP) {
            String how = after == 0 ? "is gone" : after > span.to().quantity() ? "is raised at once" : "falls at once";
            return criteria.tumor() + " " + how;
        }
        return span.mark().name().toLowerCase(Locale.ROOT)
                + Explanation.decider(span)
                        .map(decider -> ": "
                                + explanation
                                        .contributions()
                                        .get(decider.contribution())
                                        .label() + " decided")
                        .orElse("");
    }

    private Balance.Account account(Scale time, List<Interval> intervals) {
        double floor = criteria.bounds().eliminatedBelow().orElse(0);
        List<Double> edges =
                new ArrayList<>(intervals.stream().map(Interval::from).toList());
        edges.add(intervals.get(intervals.size() - 1).to());
        List<Double> held = intervals.stream()
                .map(i -> i.held() > floor * (i.to() - i.from()) ? i.held() : Double.NaN)
                .toList();
        List<Balance.Part> parts = IntStream.range(
                        0, explanation.contributions().size())
                .mapToObj(k -> part(k, intervals))
                .toList();
        return new Balance.Account(time, edges, held, parts);
    }

    private Balance.Part part(int number, List<Interval> intervals) {
        Contribution part = explanation.contributions().get(number);
        return new Balance.Part(
                new Key(part.label(), part.about()),
                part.gain(),
                intervals.stream().map(i -> i.amounts().get(number)).toList());
    }
}
