package org.immunoedit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.immunoedit.ode.Tolerances;
import org.junit.jupiter.api.Test;

class PositivityTest {
    private final Positivity positivity =
            new Positivity(new Tolerances(1e-6, new double[] {1e-6, 1e-6}, new boolean[] {false, true}));

    private boolean objects(double from, double to) {
        return positivity.objects(new double[] {from, 1}, new double[] {to, 1});
    }

    @Test
    void belowTheToleranceOnlyModerateChangesPass() {
        assertThat(objects(1e-20, 4e-21)).isFalse();
        assertThat(objects(1e-20, 1e-22)).isTrue();
        assertThat(objects(1e-20, -1e-22)).isTrue();
        assertThat(objects(1e-20, 1e-18)).isTrue();
    }

    @Test
    void aboveTheToleranceTheErrorBoundDecides() {
        assertThat(objects(1, 1e-3)).isFalse();
        assertThat(objects(1e-9, 1e-3)).isFalse();
    }

    @Test
    void signedStatesAreFree() {
        assertThat(positivity.objects(new double[] {1, 1e-20}, new double[] {1, -1e-20}))
                .isFalse();
    }

    @Test
    void afterTwentyHalvingsAStateIsLeftAloneUntilItIsClear() {
        for (int i = 0; i < 20; i++) {
            assertThat(objects(1e-9, -1e-9)).isTrue();
        }
        assertThat(objects(1e-9, -1e-9)).isFalse();
        assertThat(objects(1e-9, -1e-8)).isFalse();
        assertThat(objects(1e-9, 1)).isFalse();
        assertThat(objects(1e-9, -1e-9)).isTrue();
    }

    @Test
    void whatHasVanishedBelowZeroIsZero() {
        double[] to = {-1e-300, 1};
        assertThat(positivity.objects(new double[] {1e-290, 1}, to)).isFalse();
        assertThat(to[0]).isZero();
    }

    @Test
    void anObjectionShapesTheNextStepsToo() {
        assertThat(positivity.holds()).isFalse();
        objects(1e-20, -1e-20);
        assertThat(positivity.holds()).isTrue();
        for (int i = 0; i < 3; i++) {
            objects(1e-20, 1e-20);
        }
        assertThat(positivity.holds()).isFalse();
    }
}
