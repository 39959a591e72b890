package org.immunoedit.sim;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.immunoedit.expr.Expr;
import org.immunoedit.model.Equations;
import org.immunoedit.ode.Program;

/**
 * The compiled forms of an experiment's equations, shared by all its runs.
 *
 * @param frozen conditions of rates are parameters: smooth within a stretch
 * @param live conditions of rates are evaluated at each call: made only for runs that cannot be split at them
 */
public record Programs(Program frozen, Supplier<Program> live) {
    /** Groups of formulas in a program, by position. */
    enum Group {
        GUARDS,
        CONDITIONS,
        NEW_VALUES,
        COLUMNS,
        WATCHED,
        INITIAL,
        KNOWN_TIMES
    }

    /**
     * Compiles an experiment.
     *
     * @param compiler makes a program from equations and groups of formulas
     */
    public static Programs of(Experiment experiment, BiFunction<Equations, List<List<Expr>>, Program> compiler) {
        List<List<Expr>> groups = groups(experiment);
        Program frozen = compiler.apply(experiment.switched().frozen(), groups);
        return new Programs(frozen, new Once(() -> compiler.apply(live(experiment), groups)));
    }

    private static List<List<Expr>> groups(Experiment experiment) {
        List<Expr> newValues = experiment.equations().events().stream()
                .flatMap(event -> event.sets().stream())
                .map(Equations.NewValue::value)
                .toList();
        return List.of(
                experiment.switched().atoms().stream().map(atom -> atom.guard()).toList(),
                experiment.switched().eventConditions(),
                newValues,
                experiment.columns().stream().map(Column::is).toList(),
                experiment.watched().stream().map(Column::is).toList(),
                experiment.equations().states().stream()
                        .map(Equations.State::initial)
                        .toList(),
                KnownTimes.formulas(experiment.switched().atoms()));
    }

    /** The parameters of the frozen equations with the rates and definitions of the original ones. */
    private static Equations live(Experiment experiment) {
        Equations original = experiment.equations();
        return new Equations(
                original.time(),
                original.states(),
                experiment.switched().frozen().parameters(),
                original.definitions(),
                original.rates(),
                original.observables(),
                original.events());
    }

    /** Makes a program at most once, also when several threads ask for it. */
    private static final class Once implements Supplier<Program> {
        private final Supplier<Program> maker;
        private Program made;

        Once(Supplier<Program> maker) {
            this.maker = maker;
        }

        @Override
        public synchronized Program get() {
            if (made == null) {
                made = maker.get();
            }
            return made;
        }
    }
}
