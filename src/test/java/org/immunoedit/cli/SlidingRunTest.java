package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rates whose two sides lead back to each other: the solution reaches x = 1 and can leave it to neither side. */
class SlidingRunTest {
    @TempDir
    Path directory;

    private Trial trial(double jump, String initial) {
        return new Trial(directory)
                .model(
                        "\"w\": {\"unit\": \"1\", \"initial\": 0}, \"x\": {\"unit\": \"cell\", \"initial\": " + initial
                                + "}",
                        "\"a\": {\"value\": " + jump + "}",
                        "\"w\": \"0.1\", \"x\": \"if(x < 1, a, -a)\"",
                        "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "tsit5", "dopri5", "dop853", "rodas"})
    void failsAtOnceAndNamesTheStateAndItsRates(String method) {
        Shell.Result result = trial(0.5, "0").run("\"time\": {\"end\": 5}", "--method", method);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .contains("slides along a condition in the rates at t = 2 d")
                .contains("on its two sides x changes by -0.5 and 0.5 cell per d")
                .doesNotContain("max_steps");
    }

    /** 2e-4 per day against a tolerance of 1e-8 is some thousand steps. */
    @Test
    void aSmallJumpIsSteppedOverWithAWarning() {
        Trial trial = trial(1e-4, "0.9999");
        Shell.Result result = trial.run("\"time\": {\"end\": 5}");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err()).contains("switches back and forth at t = 1 d");
        assertThat(Trial.Table.of(result.out()).last("x")).isCloseTo(1, within(1e-6));
    }

    /** The same jump, but not back: the condition is passed once. */
    @Test
    void aJumpThatDoesNotLeadBackIsPassed() {
        Trial trial = new Trial(directory)
                .model("\"x\": {\"unit\": \"1\", \"initial\": 0}", "", "\"x\": \"if(x < 1, 0.5, 0.1)\"", "");
        assertThat(trial.table("\"time\": {\"end\": 5}").last("x")).isCloseTo(1.3, within(1e-7));
    }
}
