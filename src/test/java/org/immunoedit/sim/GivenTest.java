package org.immunoedit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.immunoedit.protocol.Timeline;
import org.immunoedit.protocol.Timeline.Dose;
import org.junit.jupiter.api.Test;

/** Which doses of a timeline a run that ended early has given, and when two starts are one. */
class GivenTest {
    private static Dose at(double time) {
        return new Dose(time, 0, "", "T", 1, 0);
    }

    @Test
    void dosesUpToTheEndCountAlsoThoseARoundingAfterIt() {
        Timeline timeline = new Timeline(List.of(), List.of(at(0), at(0.1), at(3 * 0.1), at(0.4)));
        assertThat(Rounds.given(timeline, 0.3)).containsExactly(at(0), at(0.1), at(3 * 0.1));
        assertThat(Rounds.given(timeline, 0.2)).containsExactly(at(0), at(0.1));
        assertThat(Rounds.given(timeline, 0.4)).hasSize(4);
        assertThat(Rounds.given(Timeline.EMPTY, 1)).isEmpty();
    }

    @Test
    void aStartIsItsValues() {
        double[] states = {1, 2};
        Experiment.Start start = new Experiment.Start(states, new double[] {3});
        states[0] = 9;
        assertThat(start.state(0)).isEqualTo(1);
        assertThat(start.state(1)).isEqualTo(2);
        assertThat(start.slot(0)).isEqualTo(3);
        assertThat(start)
                .isEqualTo(new Experiment.Start(new double[] {1, 2}, new double[] {3}))
                .hasSameHashCodeAs(new Experiment.Start(new double[] {1, 2}, new double[] {3}))
                .isNotEqualTo(new Experiment.Start(new double[] {1, 3}, new double[] {3}))
                .isNotEqualTo(new Experiment.Start(new double[] {1, 2}, new double[] {4}));
    }
}
