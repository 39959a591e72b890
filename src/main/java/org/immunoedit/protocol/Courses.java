package org.immunoedit.protocol;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.model.Literal;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Place;
import org.immunoedit.protocol.Course.Load;
import org.immunoedit.protocol.Targets.Target;
import org.immunoedit.unit.Unit;

/** Turns therapies as written into courses: names resolved, units converted, times worked out. */
final class Courses {
    private static final int FEW = 8;

    private final Targets targets;
    private final Clock clock;
    private final Amounts amounts;
    private final Rhythms rhythms;
    private final Faults faults;

    Courses(Targets targets, Patient patient, Horizon horizon, Faults faults) {
        this.targets = targets;
        this.clock = new Clock(horizon.time(), faults);
        this.amounts = new Amounts(patient, horizon.time(), faults);
        this.rhythms = new Rhythms(horizon, clock, faults);
        this.faults = faults;
    }

    private Courses(Courses like, Horizon horizon) {
        this.targets = like.targets;
        this.clock = like.clock;
        this.amounts = like.amounts;
        this.rhythms = new Rhythms(horizon, clock, like.faults);
        this.faults = like.faults;
    }

    /** The same patient and the same doses in a span that begins at 0: what a rule may give. */
    Courses ahead(Horizon horizon) {
        Horizon longest = new Horizon(0, horizon.end() - horizon.start(), horizon.time());
        return new Courses(this, longest);
    }

    /** One therapy in numbers; empty after an error. */
    Optional<Course> of(int index, Therapy therapy) {
        Optional<Target> target = target(therapy);
        Optional<Rhythm> rhythm = rhythms.of(therapy);
        Optional<Load> load = target.flatMap(found -> load(therapy, found));
        if (target.isEmpty() || rhythm.isEmpty() || load.isEmpty()) {
            return Optional.empty();
        }
        warn(therapy, rhythm.get(), load.get());
        String agent = therapy.agent().orElse("");
        return Optional.of(new Course(
                index, agent, target.get().state(), load.get(), rhythm.get().times()));
    }

    private Optional<Target> target(Therapy therapy) {
        if (therapy.agent().isPresent() == therapy.into().isPresent()) {
            String found = therapy.agent().isPresent() ? "agent together with into" : "a therapy without agent or into";
            faults.error("conflict", therapy.place(), found, "either an agent or a state");
            return Optional.empty();
        }
        return therapy.agent().isPresent()
                ? named(therapy.agent().get(), "agent", targets.agents(), therapy.place())
                : state(therapy.into().orElseThrow(), therapy.place());
    }

    private Optional<Target> state(Reference into, Place place) {
        boolean numbered = into.indices().stream().allMatch(index -> index instanceof Expr.Num);
        if (!numbered) {
            faults.error(
                    "unknown-name",
                    place,
                    into.name() + " is dosed at an index",
                    "a number, such as " + into.name() + "[1]");
            return Optional.empty();
        }
        String members = into.indices().stream()
                .map(index -> String.format(Locale.ROOT, "%.0f", ((Expr.Num) index).value()))
                .collect(Collectors.joining(","));
        return named(
                members.isEmpty() ? into.name() : into.name() + "[" + members + "]", "state", targets.states(), place);
    }

    private Optional<Target> named(String name, String what, Map<String, Target> known, Place place) {
        Target target = known.get(name);
        if (target == null) {
            String found = "\"" + name + "\" is not " + (what.equals("agent") ? "an agent" : "a state");
            faults.error(
                    "unknown-name",
                    place.child(what.equals("agent") ? "agent" : "into"),
                    found,
                    "",
                    hint(name, known.keySet()));
        }
        return Optional.ofNullable(target);
    }

    private static String hint(String name, Collection<String> known) {
        String nearest = Nearest.hint(name, known);
        if (!nearest.isEmpty() || known.size() > FEW) {
            return nearest;
        }
        return known.isEmpty() ? "there is none" : "known: " + String.join(", ", known);
    }

    private Optional<Load> load(Therapy therapy, Target target) {
        if (therapy.duration().isPresent() && therapy.rate().isPresent()) {
            faults.error("conflict", therapy.place(), "rate together with duration", "one of them");
            return Optional.empty();
        }
        OptionalDouble share = therapy.bioavailability().map(this::share).orElse(OptionalDouble.of(1));
        OptionalDouble duration = therapy.duration().map(clock::time).orElse(OptionalDouble.of(0));
        OptionalDouble rate =
                therapy.rate().map(literal -> rate(literal, target)).orElse(OptionalDouble.of(0));
        OptionalDouble amount = amount(therapy, target);
        if (amount.isEmpty() || share.isEmpty() || duration.isEmpty() || rate.isEmpty()) {
            return Optional.empty();
        }
        double arriving = amount.getAsDouble() * share.getAsDouble();
        double time = therapy.rate().isPresent() ? arriving / rate.getAsDouble() : duration.getAsDouble();
        if (!Double.isFinite(arriving) || !Double.isFinite(time)) {
            String found = "a dose or its duration is beyond the range of numbers";
            faults.error("range", therapy.place(), found, "amounts and rates that are less extreme");
            return Optional.empty();
        }
        if (therapy.rate().isPresent()) {
            return Optional.of(new Load(arriving, time, rate.getAsDouble()));
        }
        double flow = time > 0 ? arriving / time : 0;
        boolean bolus = Double.isInfinite(flow);
        return Optional.of(bolus ? new Load(arriving, 0, 0) : new Load(arriving, time, flow));
    }

    private OptionalDouble amount(Therapy therapy, Target target) {
        if (therapy.amount().isEmpty()) {
            String unit = Wording.quantity(1, target.unit());
            faults.error("missing-key", therapy.place(), "a therapy without an amount", "\"amount\": \"" + unit + "\"");
            return OptionalDouble.empty();
        }
        Literal literal = therapy.amount().get();
        if (!(literal.value() >= 0)) {
            faults.error("range", literal.place(), Wording.quoted(literal) + " is negative", "an amount of 0 or more");
            return OptionalDouble.empty();
        }
        return amounts.amount(literal, target);
    }

    private OptionalDouble rate(Literal literal, Target target) {
        if (!(literal.value() > 0)) {
            faults.error("range", literal.place(), Wording.quoted(literal) + " is not positive", "a rate above 0");
            return OptionalDouble.empty();
        }
        return amounts.rate(literal, target);
    }

    private OptionalDouble share(Literal literal) {
        Unit unit = literal.unit().orElse(Unit.ONE);
        if (!unit.sameDimension(Unit.ONE)) {
            String found = Wording.quoted(literal) + " is " + Wording.kind(unit) + ", not a share";
            faults.error("unit", literal.place(), found, "a number such as 0.8 or \"80 %\"");
            return OptionalDouble.empty();
        }
        if (!(literal.value() >= 0)) {
            faults.error("range", literal.place(), Wording.quoted(literal) + " is negative", "a share of 0 or more");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(literal.value() * unit.factorTo(Unit.ONE));
    }

    private void warn(Therapy therapy, Rhythm rhythm, Load load) {
        if (rhythm.after() > 0) {
            long all = rhythm.after() + rhythm.times().length;
            String found = rhythm.after() + " of " + all + (all == 1 ? " dose falls" : " doses fall")
                    + " after the end of the run";
            faults.warning("dose-after-end", therapy.place(), found, all == 1 ? "it is left out" : "they are left out");
        }
        double interval = rhythm.overlap(load.duration());
        if (interval < Double.POSITIVE_INFINITY) {
            String found = "an infusion of " + clock.text(load.duration()) + " is longer than the "
                    + clock.text(interval) + " to the next dose";
            Place place =
                    therapy.duration().or(therapy::rate).map(Literal::place).orElse(therapy.place());
            faults.warning("overlap", place, found, "the rates of overlapping infusions add up");
        }
    }
}
