package org.immunoedit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.immunoedit.compile.Compiler;
import org.immunoedit.ode.Formulas;
import org.junit.jupiter.api.Test;

/** What counts as rounding of a difference, and what is watched of one that is 0; g is 3x − 15 at x = 5. */
class LevelsTest {
    private static final Formulas GUARD = new Formulas() {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public void evaluate(double t, double[] y, double[] values) {
            values[0] = 3 * y[0] - 15;
        }
    };
    /** A change of x by 2⁻⁴⁰ of its 5. */
    private static final double ROUNDING = 15 * 0x1p-40;

    private final Experiment experiment =
            new Bench().parameter("a", 0).state("x", 5, "a").experiment();
    private final Programs programs =
            Programs.of(experiment, (equations, formulas) -> Compiler.interpret(equations, formulas.groups()));
    private final Moment moment = moment();
    private final Levels levels = new Levels(1, moment);
    private final BitSet above = new BitSet();

    private Moment moment() {
        Moment start = new Moment(experiment.equations(), programs.positions());
        start.y[0] = 5;
        start.time = 60;
        return start;
    }

    private BitSet settled(double rate) {
        moment.set("a", rate);
        return levels.settle(GUARD, moment.system(programs.frozen()), above);
    }

    private double armed(double x) {
        double[] values = new double[1];
        levels.armed(GUARD).evaluate(0, new double[] {x}, values);
        return values[0];
    }

    @Test
    void aLevelStaysWithinRounding() {
        levels.enter(0);
        assertThat(levels.isOff(0, 1e-300)).isTrue();
        assertThat(settled(0).isEmpty()).isTrue();
        assertThat(levels.holds(0)).isTrue();
        assertThat(levels.isOff(0, 0)).isFalse();
        assertThat(levels.isOff(0, 0.9 * ROUNDING)).isFalse();
        assertThat(levels.isOff(0, -0.9 * ROUNDING)).isFalse();
        assertThat(levels.isOff(0, 1.1 * ROUNDING)).isTrue();
        assertThat(levels.isOff(0, -1.1 * ROUNDING)).isTrue();
        assertThat(armed(5 + 4e-12)).isEqualTo(0);
        assertThat(armed(5 - 4e-12)).isEqualTo(0);
        assertThat(armed(5.5)).isEqualTo(-1.5);
        assertThat(armed(4.5)).isEqualTo(-1.5);
    }

    @Test
    void aSlopeTellsTheSide() {
        levels.enter(0);
        assertThat(settled(1e-6).get(0)).isTrue();
        assertThat(above.get(0)).isTrue();
        assertThat(levels.holds(0)).isFalse();
        assertThat(armed(4.5)).isEqualTo(-1.5);
        assertThat(armed(5.5)).isEqualTo(1.5);
        levels.enter(0);
        assertThat(settled(-1e-6).get(0)).isTrue();
        assertThat(above.get(0)).isFalse();
    }

    @Test
    void slopesAreLookedAtOnce() {
        levels.enter(0);
        assertThat(levels.hasFresh()).isTrue();
        settled(0);
        assertThat(levels.hasFresh()).isFalse();
        assertThat(settled(1).isEmpty()).isTrue();
        assertThat(levels.holds(0)).isTrue();
        levels.enter(0);
        levels.leave(0);
        assertThat(levels.hasFresh()).isFalse();
        assertThat(levels.holds(0)).isFalse();
        assertThat(levels.armed(GUARD)).isSameAs(GUARD);
    }
}
