package org.immunoedit.protocol;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.immunoedit.expr.Printer;
import org.immunoedit.model.Literal;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Place;
import org.immunoedit.protocol.Clause.Act;
import org.immunoedit.protocol.Rule.Assessed;
import org.immunoedit.protocol.Rule.Order;
import org.immunoedit.protocol.Rule.Verb;

/** Turns rules as written into clauses: names resolved, times of assessment worked out by multiplication. */
final class Rulings {
    /** Most assessments of a run: far beyond any follow-up, little enough for memory. */
    static final int MOST_ASSESSMENTS = 1_000_000;

    private final Set<String> dosed = new LinkedHashSet<>();
    private final Horizon horizon;
    private final Clock clock;
    private final Faults faults;
    private int gifts;
    private long left = MOST_ASSESSMENTS;

    /** @param therapies what rules can stop, hold and resume */
    Rulings(List<Therapy> therapies, Horizon horizon, Faults faults) {
        therapies.forEach(therapy -> dosed.add(subject(therapy)));
        this.horizon = horizon;
        this.clock = new Clock(horizon.time(), faults);
        this.faults = faults;
    }

    /** What may be given, in file order: as many as the clauses number. */
    static List<Therapy> gifts(List<Rule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.orders().stream())
                .filter(Order.Give.class::isInstance)
                .map(order -> ((Order.Give) order).therapy())
                .toList();
    }

    List<Clause> of(List<Rule> rules) {
        List<Clause> clauses = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            List<Act> acts = rule.orders().stream().map(this::act).toList();
            boolean gives = acts.stream().anyMatch(act -> act.verb() == Verb.GIVE);
            int most = rule.most().orElse(gives ? 1 : Integer.MAX_VALUE);
            clauses.add(new Clause(i, rule.label(), times(rule.at()), rule.confirm(), acts, most));
        }
        return clauses;
    }

    private static String subject(Therapy therapy) {
        return therapy.agent().or(() -> therapy.into().map(Printer::print)).orElse("");
    }

    private Act act(Order order) {
        if (order instanceof Order.Give give) {
            return new Act(Verb.GIVE, subject(give.therapy()), gifts++);
        }
        Order.Change change = (Order.Change) order;
        String name = change.name().replace(" ", "");
        boolean written = dosed.contains(change.name());
        if (!written && !dosed.contains(name)) {
            String found = "\"" + change.name() + "\" is not given in this scenario";
            String known = dosed.isEmpty() ? "an agent of \"therapies\"" : "one of " + String.join(", ", dosed);
            faults.error("unknown-agent", change.place(), found, known, Nearest.hint(change.name(), dosed));
        }
        return new Act(change.verb(), written ? change.name() : name, -1);
    }

    private List<Double> times(Assessed at) {
        OptionalDouble start = at.start().map(clock::time).orElse(OptionalDouble.of(0));
        OptionalDouble every = at.every().map(clock::positive).orElse(OptionalDouble.of(Double.POSITIVE_INFINITY));
        OptionalDouble until = at.until().map(clock::time).orElse(OptionalDouble.of(Double.POSITIVE_INFINITY));
        if (start.isEmpty() || every.isEmpty() || until.isEmpty()) {
            return List.of();
        }
        Place place = at.every().map(Literal::place).orElse(at.place());
        int count = at.every().isEmpty() ? 1 : at.count().orElse(Integer.MAX_VALUE);
        List<Double> times = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double time = k == 0 ? start.getAsDouble() : start.getAsDouble() + k * every.getAsDouble();
            if (!Clock.before(time, until.getAsDouble()) || Clock.before(horizon.end(), time)) {
                break;
            }
            if (!Clock.before(time, horizon.start())) {
                times.add(time);
            }
            if (k - left >= 0) {
                String found = "more than " + MOST_ASSESSMENTS + " assessments";
                faults.error("too-many-assessments", place, found, "a longer time between them");
                return List.of();
            }
        }
        left -= times.size();
        if (times.isEmpty()) {
            faults.warning("no-assessment", at.place(), "no assessment within the run", "this rule never acts");
        }
        return times;
    }
}
