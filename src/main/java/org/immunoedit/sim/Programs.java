package org.immunoedit.sim;

import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.immunoedit.model.Equations;
import org.immunoedit.model.Formulary;
import org.immunoedit.ode.Program;

/**
 * The compiled forms of an experiment's equations, shared by all its runs.
 *
 * @param frozen conditions of rates are parameters: smooth within a stretch
 * @param live conditions of rates are evaluated at each call: made only for runs that cannot be split at them
 * @param positions of states and slots in both
 */
public record Programs(Program frozen, Supplier<Program> live, Positions positions) {
    /**
     * Compiles an experiment.
     *
     * @param compiler makes a program from equations and groups of formulas
     */
    public static Programs of(Experiment experiment, BiFunction<Equations, Formulary, Program> compiler) {
        Formulary formulary = Formulary.of(
                experiment.switched(),
                experiment.columns(),
                experiment.watched(),
                experiment.rules().formulas());
        Program frozen = compiler.apply(experiment.switched().frozen(), formulary);
        return new Programs(
                frozen,
                new Once(() -> compiler.apply(live(experiment), formulary)),
                new Positions(experiment.switched().frozen()));
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
