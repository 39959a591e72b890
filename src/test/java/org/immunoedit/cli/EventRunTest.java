package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.immunoedit.cli.Trial.Table;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events in whole runs by every method, with times known beforehand: x is the clock, n counts. */
class EventRunTest {
    @TempDir
    Path directory;

    private Trial trial(String events) {
        return new Trial(directory)
                .model(
                        "\"x\": {\"unit\": \"1\", \"initial\": 0}, \"n\": {\"unit\": \"1\", \"initial\": 1},"
                                + " \"s\": {\"unit\": \"1\", \"initial\": 0, \"signed\": true},"
                                + " \"c\": {\"unit\": \"1\", \"initial\": 1, \"signed\": true}",
                        "",
                        "\"x\": \"1\", \"n\": \"0\", \"s\": \"c\", \"c\": \"-s\"",
                        "\"events\": [" + events + "]");
    }

    private static String event(String when, String n) {
        return "{\"when\": \"" + when + "\", \"set\": {\"n\": \"" + n + "\"}}";
    }

    /** The clock's steps grow without bound: both crossings lie in one step. Order shows in 2 n + 1, 3 n. */
    @ParameterizedTest
    @ValueSource(strings = {"auto", "tsit5", "dopri5", "dop853", "rodas"})
    void severalEventsOfOneStepFireInTheirOrder(String method) {
        Table t = trial(event("x > 7.0002", "3*n") + ", " + event("x > 7.0001", "2*n + 1"))
                .table("\"time\": {\"end\": 8, \"at\": [7, 7.00015, 8]}", "--method", method);
        assertThat(t.numbers("n")).containsExactly(new double[] {1, 3, 9}, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "tsit5", "dopri5", "dop853", "rodas"})
    void anEventAtTheEndOfAStretchFiresOnceBeforeTheNext(String method) {
        Trial trial = trial(event("time >= 2", "n + 1") + ", " + event("x >= 4", "n + 10"));
        Table t = trial.table(
                "\"therapies\": [{\"into\": \"n\", \"amount\": 100, \"start\": 2}],"
                        + " \"time\": {\"end\": 5, \"at\": [1, 2, 3, 5]}",
                "--method",
                method);
        assertThat(t.numbers("n")).containsExactly(new double[] {1, 102, 102, 112}, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "tsit5", "dopri5", "dop853", "rodas"})
    void whatHoldsAtTheStartFiresOnlyAfterItHasCeased(String method) {
        Table t = trial(event("c > 0.5", "n + 1"))
                .table("\"time\": {\"end\": 5.5, \"at\": [0, 5, 5.5]}", "--method", method);
        assertThat(t.numbers("n")).containsExactly(new double[] {1, 1, 2}, within(1e-12));
    }

    /** sin t just reaches 1: a level a millionth above it is never crossed, one a millionth below is. */
    @ParameterizedTest
    @ValueSource(strings = {"auto", "tsit5", "dopri5", "dop853", "rodas"})
    void aGrazingConditionIsSeenOrNotByAMillionth(String method) {
        Table t = trial(event("s > 1.000001", "n + 100") + ", " + event("s > 0.999999", "n + 1"))
                .table(
                        "\"time\": {\"end\": 10, \"at\": [1.5, 1.6, 10]}",
                        "--method",
                        method,
                        "--rtol",
                        "1e-9",
                        "--atol",
                        "1e-9");
        assertThat(t.numbers("n")).containsExactly(new double[] {1, 2, 3}, within(1e-12));
    }
}
