package org.immunoedit.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.expr.Dimensions;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Binary;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Operator;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Formula;
import org.immunoedit.expr.Rewrite;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.unit.Unit;

/** An agent as part of a model: prefixed names, formulas in the model's time. */
final class Dosed {
    private static final Unit DAY =
            Unit.parse("d", Place.startOf("day"), new Problems()).orElseThrow();

    private final Agent agent;
    private final String prefix;
    private final Unit time;
    private final Dimensions.Scope scope;
    private final Rewrite prefixed = new Prefixed();

    Dosed(Agent agent, Model model) {
        this.agent = agent;
        Map<String, Unit> units = units();
        this.scope = new Dimensions.Scope(name -> Optional.ofNullable(units.get(name)), DAY);
        this.prefix = Composition.prefix(agent.name());
        this.time = model.time().sameDimension(DAY) ? model.time() : DAY;
    }

    Agent agent() {
        return agent;
    }

    String prefix() {
        return prefix;
    }

    List<StateDeclaration> states() {
        return agent.states().stream().map(this::state).toList();
    }

    private StateDeclaration state(StateDeclaration s) {
        Initial initial =
                s.initial() instanceof Initial.Computed c ? new Initial.Computed(formula(c.formula())) : s.initial();
        return new StateDeclaration(
                target(s.target()), s.unit(), initial, s.about(), s.signed(), s.extinctBelow(), s.place());
    }

    List<ParameterDeclaration> parameters() {
        return agent.parameters().stream()
                .map(p -> new ParameterDeclaration(
                        target(p.target()), p.value(), p.unit(), p.about(), p.source(), p.range(), p.place()))
                .toList();
    }

    List<Definition> definitions() {
        return agent.definitions().stream()
                .map(d -> new Definition(target(d.target()), formula(d.is()), d.unit(), d.about(), d.place()))
                .toList();
    }

    List<Rate> rates() {
        return agent.rates().stream()
                .map(r -> new Rate(target(r.target()), scaled(formula(r.is())), r.place()))
                .toList();
    }

    /** What the agent adds to a hook, in the unit of the hook. */
    Definition act(Hook hook, Formula act) {
        Formula formula = new Formula(times(formula(act).expr(), factor(hook, act)), act.place());
        Reference target = Reference.to(prefix + "acts(" + hook.name() + ")");
        return new Definition(
                target, formula, Optional.of(hook.unit()), agent.name() + " on " + hook.name(), act.place());
    }

    /** What makes the unit of a formula that of the hook; 1 where the formula converts by a factor of its own. */
    private double factor(Hook hook, Formula act) {
        Problems mismatch = new Problems();
        Dimensions.check(act.expr(), Optional.of(hook.unit()), scope, act.place(), mismatch);
        return mismatch.hasErrors()
                ? Dimensions.check(act.expr(), Optional.empty(), scope, act.place(), new Problems())
                        .filter(hook.unit()::sameDimension)
                        .map(unit -> unit.factorTo(hook.unit()))
                        .orElse(1.0)
                : 1;
    }

    private static Expr times(Expr expr, double factor) {
        return factor == 1 ? expr : new Binary(Operator.MULTIPLY, expr, new Num(factor));
    }

    /** Units of the agent's names; that of a definition without one follows from its formula. */
    private Map<String, Unit> units() {
        Map<String, Unit> known = new HashMap<>();
        Dimensions.Scope names = new Dimensions.Scope(name -> Optional.ofNullable(known.get(name)), DAY);
        agent.parameters().forEach(p -> known.put(p.target().name(), p.unit()));
        agent.states().forEach(s -> known.put(s.target().name(), s.unit()));
        for (Definition d : agent.definitions()) {
            Formula is = d.is();
            d.unit()
                    .or(() -> Dimensions.check(is.expr(), Optional.empty(), names, is.place(), new Problems()))
                    .ifPresent(unit -> known.put(d.target().name(), unit));
        }
        return known;
    }

    private Reference target(Reference own) {
        return new Reference(prefix + own.name(), own.indices(), own.at());
    }

    private Formula formula(Formula own) {
        return new Formula(prefixed.of(own.expr()), own.place());
    }

    /** A rate per day as a rate per time unit of the model. */
    private Formula scaled(Formula rate) {
        return new Formula(days(rate.expr()), rate.place());
    }

    /** Multiplies by the number of days in the model's time unit, with whichever factor is a whole number. */
    private Expr days(Expr perDay) {
        double days = time.factorTo(DAY);
        if (days == 1) {
            return perDay;
        }
        return days > 1 ? times(perDay, days) : new Binary(Operator.DIVIDE, perDay, new Num(DAY.factorTo(time)));
    }

    private final class Prefixed extends Rewrite {
        @Override
        public Expr reference(Reference node) {
            return target((Reference) super.reference(node));
        }

        @Override
        public Expr time(Expr.Time node) {
            return days(node);
        }
    }
}
