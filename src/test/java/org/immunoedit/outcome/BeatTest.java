package org.immunoedit.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeatTest {
    private static List<Double> next(Beat beat, int count) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            times.add(beat.due());
            beat.count(beat.due());
        }
        return times;
    }

    @Test
    void samplesAreEquallyFarApartAndEveryFourthIsALook() {
        Beat beat = new Beat(10, 0.5);
        assertThat(next(beat, 3)).containsExactly(10.5, 11.0, 11.5);
        assertThat(beat.isLookDue()).isTrue();
        assertThat(beat.due()).isEqualTo(12);
        beat.count(12);
        assertThat(beat.isLookDue()).isFalse();
    }

    /** A sample that was taken late leaves out those that it has passed. */
    @Test
    void whatWasPassedIsNotDueAnyMore() {
        Beat beat = new Beat(0, 1);
        beat.count(7.4);
        assertThat(beat.due()).isEqualTo(8);
    }

    // 4096 samples of one step are taken, of more only the last 64
    @ParameterizedTest
    @CsvSource({"0, 1, 4097, 1", "0, 1, 4098, 4034", "0, 1, 2049.5, 1", "-3, 0.25, 2000, 1984", "1e17, 1e-3, 1e17, 1e17"
    })
    void onlyTheLastSamplesOfAVeryLongStepAreTaken(double began, double interval, double to, double due) {
        Beat hurried = new Beat(began, interval);
        hurried.hurry(to);
        assertThat(hurried.due()).isEqualTo(due);
        Beat listed = new Beat(began, interval);
        listed.within(began, to);
        assertThat(listed.due()).isEqualTo(due);
    }

    @Test
    void theTimesWithinAStepExcludeItsEnds() {
        assertThat(new Beat(0, 1).within(1, 4)).containsExactly(2, 3);
        assertThat(new Beat(0, 1).within(0, 0.5)).isEmpty();
    }

    @Test
    void beyondWhatTimeTellsApartNothingIsDue() {
        Beat beat = new Beat(0, 1);
        beat.count(0x1p53);
        assertThat(beat.due()).isEqualTo(Double.POSITIVE_INFINITY);
        beat.hurry(0x1p60);
        assertThat(beat.due()).isEqualTo(Double.POSITIVE_INFINITY);
    }
}
