package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immunoedit.io.OutcomeRequest;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.model.Literal;
import org.immunoedit.outcome.Criteria;
import org.immunoedit.outcome.Criteria.Bounds;
import org.immunoedit.outcome.Criteria.Imaging;
import org.immunoedit.outcome.Criteria.Relapse;
import org.immunoedit.outcome.Criteria.Steadiness;
import org.immunoedit.outcome.Criteria.Watch;
import org.immunoedit.outcome.Judge;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.sim.Experiment;
import org.immunoedit.unit.Unit;

/**
 * How a run will be judged: criteria with the request's values over the defaults, and what the judge has to watch.
 *
 * @param watched the tumor, then the mean antigenicity if there is one, then what the criteria watch beside them
 * @param shape what makes judging cheap
 */
record Judgement(Criteria criteria, List<Term> watched, Judge.Shape shape) {
    /** A judge for one run. */
    Judge judge() {
        return new Judge(criteria, 0, editing() ? OptionalInt.of(1) : OptionalInt.empty(), shape);
    }

    /** The same for runs of this experiment. */
    Judgement of(Experiment experiment) {
        return new Judgement(criteria, watched, TumorShape.of(watched.get(0), experiment));
    }

    /** Whether the mean antigenicity is watched. */
    boolean editing() {
        return watched.size() - criteria.watch().size() > 1;
    }

    /** Fills a request in; empty when no tumor is named, or after an error. */
    static Optional<Judgement> of(OutcomeRequest request, Columns columns, Unit time, Problems problems) {
        if (request.tumor().isEmpty()) {
            return Optional.empty();
        }
        List<Term> watched = new ArrayList<>();
        columns.one(request.tumor().get(), problems).ifPresent(watched::add);
        request.antigenicity().flatMap(name -> columns.one(name, problems)).ifPresent(watched::add);
        List<Term> beside = request.watch().stream()
                .flatMap(watch -> columns.one(watch.column(), problems).stream())
                .toList();
        watched.addAll(beside);
        if (problems.hasErrors()) {
            return Optional.empty();
        }
        return new Judgement.Filling(request, watched.get(0), beside, time, problems)
                .criteria()
                .map(criteria -> new Judgement(criteria, watched, Judge.Shape.ANY));
    }

    /** The defaults with what the request replaces. */
    private record Filling(OutcomeRequest request, Term tumor, List<Term> beside, Unit time, Problems problems) {
        private static final Place HERE = Place.startOf("built-in");

        Optional<Criteria> criteria() {
            Criteria defaults = Criteria.defaults(tumor.name(), tumor.unit(), time.text(), day());
            Optional<Bounds> bounds = bounds(defaults.bounds());
            Steadiness steadiness = steadiness(defaults.steadiness());
            Relapse relapse = relapse(defaults.relapse());
            Imaging imaging = imaging(defaults.imaging());
            List<Watch> watch = watch();
            if (bounds.isEmpty() || problems.hasErrors()) {
                return Optional.empty();
            }
            return Optional.of(new Criteria(
                    Criteria.VERSION,
                    tumor.name(),
                    tumor.unit(),
                    time.text(),
                    bounds.get(),
                    steadiness,
                    relapse,
                    imaging,
                    watch));
        }

        private double day() {
            Unit day = unit("d");
            return day.sameDimension(time) ? day.factorTo(time) : 1;
        }

        private Optional<Bounds> bounds(Bounds defaults) {
            Unit unit = unitOf(tumor);
            OptionalDouble below =
                    or(positive("eliminated_below", unit, request.eliminatedBelow()), defaults.eliminatedBelow());
            OptionalDouble above = or(positive("escaped_above", unit, request.escapedAbove()), defaults.escapedAbove());
            if (!(below.orElse(0) < above.orElse(Double.POSITIVE_INFINITY))) {
                Place place = request.escapedAbove()
                        .or(request::eliminatedBelow)
                        .map(Literal::place)
                        .orElse(HERE);
                problems.error(
                        "range", place, "escaped_above is not above eliminated_below", "a larger \"escaped_above\"");
                return Optional.empty();
            }
            return Optional.of(new Bounds(below, above));
        }

        private Steadiness steadiness(Steadiness defaults) {
            OutcomeRequest.Steadiness wanted = request.steadiness();
            Unit perTime = Unit.ONE.per(time);
            return new Steadiness(
                    positive("window", time, wanted.window()).orElse(defaults.window()),
                    wanted.drift().orElse(defaults.drift()),
                    positive("growth", perTime, wanted.growth()).orElse(defaults.growth()),
                    positive("regression", perTime, wanted.regression()).orElse(defaults.regression()),
                    defaults.ripple());
        }

        private Relapse relapse(Relapse defaults) {
            OutcomeRequest.Relapse wanted = request.relapse();
            return new Relapse(
                    wanted.remission().orElse(defaults.remission()),
                    wanted.regrowth().orElse(defaults.regrowth()),
                    amount(wanted.above()).orElse(defaults.above()));
        }

        private Imaging imaging(Imaging defaults) {
            OutcomeRequest.Assessments wanted = request.assessments();
            return new Imaging(
                    in(time, wanted.first()).orElse(defaults.first()),
                    positive("every", time, wanted.every()).orElse(defaults.every()),
                    wanted.confirm().orElse(defaults.confirm()),
                    or(positive("volume", unit("mm^3"), wanted.volume()), defaults.volume()),
                    defaults.limits());
        }

        private List<Watch> watch() {
            List<Watch> watch = new ArrayList<>();
            for (int i = 0; i < beside.size(); i++) {
                Term column = beside.get(i);
                List<Double> bands = request.watch().get(i).bands().stream()
                        .flatMapToDouble(band -> in(unitOf(column), Optional.of(band)).stream())
                        .boxed()
                        .toList();
                watch.add(new Watch(column.name(), column.unit(), bands));
            }
            return watch;
        }

        private OptionalDouble amount(Optional<Literal> literal) {
            return in(unitOf(tumor), literal);
        }

        private static Unit unitOf(Term column) {
            return column.unit().isEmpty()
                    ? Unit.ONE
                    : Unit.parse(column.unit(), HERE, new Problems()).orElse(Unit.ONE);
        }

        /** A literal that must be above 0, in a unit; what is too small for a number is 0. */
        private OptionalDouble positive(String name, Unit unit, Optional<Literal> literal) {
            OptionalDouble value = in(unit, literal);
            if (value.isPresent() && !(value.getAsDouble() > 0)) {
                problems.error("range", literal.get().place(), name + " is not above 0", "a quantity above 0");
                return OptionalDouble.empty();
            }
            return value;
        }

        /** A literal in a unit; a wrong dimension is a problem, and so is what overflows. */
        private OptionalDouble in(Unit unit, Optional<Literal> literal) {
            if (literal.isEmpty()) {
                return OptionalDouble.empty();
            }
            Optional<Unit> own = literal.get().unit();
            if (own.isPresent() && !own.get().sameDimension(unit)) {
                problems.error(
                        "unit",
                        literal.get().place(),
                        "a value in " + own.get().text(),
                        "a number, or a quantity in " + unit.text());
                return OptionalDouble.empty();
            }
            double factor = own.map(u -> u.factorTo(unit)).orElse(1.0);
            double value = literal.get().value() * factor;
            if (!Double.isFinite(value)) {
                problems.error("range", literal.get().place(), "too large for a number", "a moderate quantity");
                return OptionalDouble.empty();
            }
            return OptionalDouble.of(value);
        }

        private static OptionalDouble or(OptionalDouble first, OptionalDouble second) {
            return first.isPresent() ? first : second;
        }

        private static Unit unit(String text) {
            return Unit.parse(text, HERE, new Problems()).orElseThrow();
        }
    }
}
