package org.immunoedit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AbsentTest {
    private static final double[] NOTHING = {0, 0, 0, 0};

    private static double[] cleared(double[] y, double[] rates, double[] drift, double[][] jacobian) {
        Absent absent = new Absent(y.length);
        absent.find(y, rates, drift, jacobian);
        double[] solution = {1, 1, 1, 1};
        if (absent.areAbsentIn(NOTHING)) {
            absent.clear(solution);
        }
        return solution;
    }

    @Test
    void statesThatOnlyMakeEachOtherStayAway() {
        double[][] jacobian = {{-1, 5, 5, 0}, {0, 2, 1, 0}, {0, 3, 0, 0}, {1, 0, 0, -1}};
        assertThat(cleared(new double[] {1, 0, 0, 1}, new double[] {1, 0, 0, 0}, NOTHING, jacobian))
                .containsExactly(1, 0, 0, 1);
    }

    @Test
    void aChainFromAPresentStateIsPresentWhateverTheOrder() {
        double[][] jacobian = {{0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}, {0, 0, 0, -1}};
        assertThat(cleared(new double[] {0, 0, 0, 1}, NOTHING, NOTHING, jacobian))
                .containsExactly(1, 1, 1, 1);
    }

    @Test
    void aStateWithAnInflowNowOrLaterIsPresent() {
        double[][] jacobian = new double[4][4];
        double[] y = {0, 0, 0, 1};
        assertThat(cleared(y, new double[] {1, 0, 0, 0}, new double[] {0, 1, 0, 0}, jacobian))
                .containsExactly(1, 1, 0, 1);
    }

    @Test
    void aRightHandSideThatIsNotZeroIsSolved() {
        Absent absent = new Absent(1);
        absent.find(new double[] {0}, new double[] {0}, new double[] {0}, new double[][] {{-1}});
        assertThat(absent.areAbsentIn(new double[] {1e-30})).isFalse();
        assertThat(absent.areAbsentIn(new double[] {0})).isTrue();
    }
}
