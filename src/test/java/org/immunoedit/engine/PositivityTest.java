package org.immunoedit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Tolerances;
import org.junit.jupiter.api.Test;

class PositivityTest {
    private final Positivity positivity =
            new Positivity(new Tolerances(1e-6, new double[] {1e-6, 1e-6}, new boolean[] {false, true}));

    private boolean objects(double from, double to) {
        return objects(new double[] {from, 1}, new double[] {to, 1}, 0, 0);
    }

    private boolean objects(double[] from, double[] to, double rateFrom, double rateTo) {
        return positivity.objects(new Tried(from, to, new double[] {rateFrom, 0}, new double[] {rateTo, 0}), 0.5);
    }

    /** A step proposed. */
    private record Tried(double[] state, double[] proposed, double[] rates, double[] proposedRates) implements Stepper {
        @Override
        public Counter.Tally tally() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void begin(OdeSystem system, double t, double[] y) {
            throw new UnsupportedOperationException();
        }

        @Override
        public double attempt(double size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void accept(double to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void at(double theta, double[] into) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean polynomial(int state, double[] into) {
            throw new UnsupportedOperationException();
        }

        @Override
        public double magnitude(int state) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int worst() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean outrunsDecay() {
            return true;
        }

        @Override
        public int errorOrder() {
            throw new UnsupportedOperationException();
        }
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

    /** In half a day: a fall and a rise by orders of magnitude, and a growth of which the step has seen a part. */
    @Test
    void stepsThatAreSteepAtBothEndsDoNotPass() {
        double[] from = {1e-11, 1};
        double[] to = {1e-11, 1};
        assertThat(objects(from, to, -1e-10, 1e-10)).isTrue();
        assertThat(objects(from, to, 1e-10, 1e-10)).isTrue();
        assertThat(objects(from, to, -1e-10, 0)).isFalse();
        assertThat(objects(from, to, 0, 1e-10)).isFalse();
        assertThat(objects(from, to, 3e-11, -3e-11)).isFalse();
    }

    @Test
    void signedStatesAreFree() {
        assertThat(objects(new double[] {1, 1e-20}, new double[] {1, -1e-20}, 0, 0))
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
        assertThat(objects(new double[] {1e-290, 1}, to, 0, 0)).isFalse();
        assertThat(to[0]).isZero();
    }

    /** A fall to a half in a day may go on for 1.3 days; what the error bound allows is more. */
    @Test
    void theNextStepAimsAtAModerateChangeToo() {
        objects(1e-20, 0.5e-20);
        assertThat(positivity.limited(1, 8)).isCloseTo(1.3, within(0.02));
        assertThat(positivity.holds()).isTrue();
        assertThat(positivity.limited(1, 1.2)).isEqualTo(1.2);
        objects(1e-20, 1e-20);
        assertThat(positivity.limited(1, 8)).isEqualTo(8);
    }

    /** What rounding makes of a state changes as much in any step: to follow it would end at steps of no length. */
    @Test
    void theNextStepIsNotSmaller() {
        objects(1e-20, 0.35e-20);
        assertThat(positivity.limited(1, 8)).isEqualTo(1);
        assertThat(positivity.limited(1, 0.5)).isEqualTo(0.5);
    }

    /** A step at the resolution of time is not judged, and the changes of the one before do not count for it. */
    @Test
    void aStepThatIsNotJudgedIsNotFollowed() {
        objects(1e-20, 0.35e-20);
        positivity.pass();
        assertThat(positivity.limited(1, 8)).isEqualTo(8);
    }

    @Test
    void statesThatAreNotFollowedLeaveTheSizeToTheErrorBound() {
        objects(1, 0.5);
        assertThat(positivity.limited(1, 8)).isEqualTo(8);
        objects(new double[] {1, 1e-20}, new double[] {1, 0.5e-20}, 0, 0);
        assertThat(positivity.limited(1, 8)).isEqualTo(8);
        assertThat(positivity.holds()).isFalse();
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
