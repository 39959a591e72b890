package org.immunoedit.cli;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.model.Equations;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.model.Switched;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sim.Programs;

/**
 * Compiles once what differs only in the values of parameters and in starts that are plain numbers. The first program
 * of its kind serves all, so that a run must be given its start: the program knows that of another point. Safe for
 * concurrent use.
 */
final class SharedPrograms implements Function<Experiment, Programs> {
    /** Kinds that are remembered; where the structure changes from point to point nothing is gained by more. */
    private static final int MOST = 64;

    private final List<Compiled> compiled = new CopyOnWriteArrayList<>();

    private record Compiled(Kind kind, Programs programs) {}

    /** What a program depends on. */
    private record Kind(
            Equations live,
            Equations frozen,
            List<Switched.Atom> atoms,
            List<Expr> conditions,
            List<Term> columns,
            List<Term> watched,
            List<?> rules) {
        static Kind of(Experiment experiment) {
            Switched switched = experiment.switched();
            return new Kind(
                    withoutValues(switched.live()),
                    withoutValues(switched.frozen()),
                    switched.atoms(),
                    switched.eventConditions(),
                    experiment.columns(),
                    experiment.watched(),
                    List.of(experiment.rules().tumor(), experiment.rules().questions()));
        }

        private static Equations withoutValues(Equations e) {
            return new Equations(
                    e.time(),
                    e.states().stream().map(Kind::withoutStart).toList(),
                    e.parameters().stream()
                            .map(p -> new Equations.Parameter(p.name(), 0, p.unit(), p.about()))
                            .toList(),
                    e.definitions(),
                    e.rates(),
                    e.observables(),
                    e.events());
        }

        private static Equations.State withoutStart(Equations.State s) {
            Expr initial = s.initial() instanceof Num ? Num.ZERO : s.initial();
            return new Equations.State(s.name(), s.unit(), s.about(), initial, s.signed(), s.extinctBelow());
        }
    }

    @Override
    public Programs apply(Experiment experiment) {
        Kind kind = Kind.of(experiment);
        for (Compiled known : compiled) {
            if (known.kind().equals(kind)) {
                return known.programs();
            }
        }
        return compile(experiment, kind);
    }

    private synchronized Programs compile(Experiment experiment, Kind kind) {
        for (Compiled known : compiled) {
            if (known.kind().equals(kind)) {
                return known.programs();
            }
        }
        Programs programs = Preparation.adaptive(experiment);
        if (compiled.size() < MOST) {
            compiled.add(new Compiled(kind, programs));
        }
        return programs;
    }
}
