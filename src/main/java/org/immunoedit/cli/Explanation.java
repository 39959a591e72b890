package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunoedit.analysis.Turnover;
import org.immunoedit.analysis.Turnover.Moment;
import org.immunoedit.analysis.Turnover.Span;
import org.immunoedit.cli.Preparation.Ready;
import org.immunoedit.cli.Trajectory.Solution;
import org.immunoedit.model.Contribution;
import org.immunoedit.model.Contributions;
import org.immunoedit.model.Equations;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.outcome.Criteria;
import org.immunoedit.outcome.Verdict;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sim.Observer;
import org.immunoedit.sim.RowSink;
import org.immunoedit.sim.Rows;

/**
 * Why a run went as it did.
 *
 * @param verdict of the run
 * @param timeUnit unit of all times
 * @param contributions what changes the tumor, in the order of the lists in the spans
 * @param spans from turn to turn
 */
record Explanation(Verdict verdict, String timeUnit, List<Contribution> contributions, List<Span> spans) {
    Explanation {
        contributions = List.copyOf(contributions);
        spans = List.copyOf(spans);
    }

    /** An explanation, or why the run failed. */
    record Attempt(Optional<Explanation> explanation, String reason, String failure) {}

    /** Columns of the table: the tumor, then what contributes to its change. */
    static List<Term> columns(Assembly assembly) {
        Term tumor = assembly.judgement().orElseThrow().watched().get(0);
        Equations equations = assembly.ready().experiment().equations();
        String unit = (tumor.unit().isEmpty() ? "1" : tumor.unit()) + "/" + equations.time();
        List<Term> columns = new ArrayList<>(List.of(tumor));
        for (Contribution part : Contributions.of(equations, tumor.is())) {
            columns.add(new Term(part.label(), part.rate(), unit, part.about()));
        }
        return columns;
    }

    /**
     * Runs twice: to be judged, and to watch the contributions.
     *
     * @param assembly with a tumor
     * @param rows receives the columns at the times of the scenario's rows, if anybody wants them
     */
    static Attempt of(Assembly assembly, Optional<RowSink> rows) {
        Solution judged = new Trajectory(assembly.ready(), assembly.judgement()).judge();
        if (judged.verdict().isEmpty()) {
            return failed(judged);
        }
        Verdict verdict = judged.verdict().get();
        Criteria criteria = verdict.criteria();
        Turnover turnover = new Turnover(
                criteria.steadiness().ripple(),
                criteria.bounds().eliminatedBelow().orElse(0));
        Ready watching = watching(assembly);
        List<Observer> observers = new ArrayList<>(List.of(turnover));
        rows.ifPresent(sink -> observers.add(new Rows(watching.experiment(), sink)));
        Solution watched = watch(watching, assembly, Observer.all(observers));
        if (!watched.report().succeeded()) {
            return failed(watched);
        }
        Experiment experiment = assembly.ready().experiment();
        Term tumor = watching.experiment().columns().get(0);
        List<Contribution> parts = Contributions.of(experiment.equations(), tumor.is());
        String time = experiment.equations().time();
        return new Attempt(Optional.of(new Explanation(verdict, time, parts, turnover.spans())), "", "");
    }

    private static Attempt failed(Solution solution) {
        return new Attempt(
                Optional.empty(), solution.report().reason(), solution.report().message());
    }

    /**
     * Runs once more.
     *
     * @param observer watches the columns
     */
    static Solution watch(Assembly assembly, Observer observer) {
        return watch(watching(assembly), assembly, observer);
    }

    private static Solution watch(Ready watching, Assembly assembly, Observer observer) {
        return new Trajectory(watching, assembly.judgement()).observe(observer);
    }

    /** The run with the columns of the table in place of its own. */
    private static Ready watching(Assembly assembly) {
        Ready ready = assembly.ready();
        List<Term> columns = columns(assembly);
        Experiment e = ready.experiment();
        Experiment other = e.asked(new Experiment.Request(columns, columns, e.grid(), e.bothSides()));
        return new Ready(other, Preparation.adaptive(other), ready.method(), ready.runIn(), ready.scaling());
    }

    /**
     * What made the quantity turn at the end of a span: of the changes since its fastest change, in proportion to the
     * quantity, the largest one in the direction of the turn. Empty when there is no turn.
     */
    static Optional<Decider> decider(Span span) {
        boolean peak = span.mark() == Turnover.Mark.PEAK;
        if (!peak && span.mark() != Turnover.Mark.NADIR) {
            return Optional.empty();
        }
        Decider best = null;
        for (int k = 0; k < span.to().rates().size(); k++) {
            Decider candidate = new Decider(k, pace(span.fastest(), k), pace(span.to(), k));
            double gained = (peak ? -1 : 1) * candidate.change();
            if (gained > 0 && (best == null || gained > (peak ? -1 : 1) * best.change())) {
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    private static double pace(Moment moment, int contribution) {
        return moment.rates().get(contribution) / moment.quantity();
    }

    /**
     * A contribution that decided a turn.
     *
     * @param contribution its number
     * @param before its rate in proportion to the quantity where that changed fastest (1/time unit)
     * @param after the same at the turn
     */
    record Decider(int contribution, double before, double after) {
        double change() {
            return after - before;
        }
    }
}
