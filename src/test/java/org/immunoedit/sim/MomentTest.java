package org.immunoedit.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.immunoedit.compile.Compiler;
import org.immunoedit.model.Equations;
import org.immunoedit.ode.Formulas;
import org.immunoedit.ode.Program;
import org.junit.jupiter.api.Test;

/** What a program makes of the parameter slots is made anew when they change, and only then. */
class MomentTest {
    private final Experiment experiment = new Bench()
            .parameter("a", 2)
            .parameter(Equations.input("x"), 0)
            .state("x", 3, "a*x + input_of_x")
            .parameter("input_of_x", 0)
            .experiment();
    private final Programs programs =
            Programs.of(experiment, (equations, formulas) -> Compiler.interpret(equations, formulas.groups()));
    private final Moment moment = new Moment(experiment.equations(), programs.positions());

    private double rate(Program program) {
        double[] rate = new double[1];
        moment.system(program).rates(0, new double[] {3}, rate);
        return rate[0];
    }

    private Formulas columns(Program program) {
        return moment.formulas(program, org.immunoedit.model.Formulary.Group.COLUMNS);
    }

    @Test
    void aSlotThatChangesIsSeenByRates() {
        assertThat(moment.slotValue(moment.slot("a"))).isEqualTo(2);
        assertThat(rate(programs.frozen())).isEqualTo(6);
        moment.set("a", 5);
        assertThat(moment.slotValue(moment.slot("a"))).isEqualTo(5);
        assertThat(rate(programs.frozen())).isEqualTo(15);
        moment.startFrom(new Experiment.Start(new double[] {3}, new double[] {7, 0, 1}));
        assertThat(moment.slotValue(moment.slot("a"))).isEqualTo(7);
        assertThat(rate(programs.frozen())).isEqualTo(22);
    }

    @Test
    void formulasAreKeptUntilASlotOrTheProgramChanges() {
        Formulas first = columns(programs.frozen());
        moment.set("a", 2);
        moment.set("x", 9);
        assertThat(columns(programs.frozen())).isSameAs(first);
        Program other = Programs.of(
                        experiment, (equations, formulas) -> Compiler.interpret(equations, formulas.groups()))
                .frozen();
        assertThat(columns(other)).isNotSameAs(first);
        assertThat(moment.system(other)).isNotSameAs(moment.system(programs.frozen()));
        Formulas again = columns(programs.frozen());
        moment.setInput("x", 4);
        assertThat(columns(programs.frozen())).isNotSameAs(again);
    }

    @Test
    void statesAndParametersAreKnownByName() {
        moment.y[0] = 3;
        moment.addToState("x", 2);
        assertThat(moment.y[0]).isEqualTo(5);
        moment.set("x", 8);
        assertThat(moment.asStart(3)).isEqualTo(new Experiment.Start(new double[] {8}, new double[] {2, 0, 0}));
        assertThatThrownBy(() -> moment.slot("b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no parameter b");
    }
}
