package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.immunoedit.engine.Methods;
import org.immunoedit.ode.Ending;
import org.immunoedit.ode.Guards;
import org.immunoedit.ode.Limits;
import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Span;
import org.immunoedit.ode.Tolerances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clock that is set back or forward while the program runs; that of the progress line has its own test. */
class ChangedClockTest {
    private static final long HOUR = 3_600_000_000_000L;

    /** Tells the times of a list, the last of them again and again. */
    private static LongSupplier clock(long... times) {
        return new LongSupplier() {
            private int looks;

            @Override
            public long getAsLong() {
                return times[Math.min(looks++, times.length - 1)];
            }
        };
    }

    private static Ending decay(LongSupplier clock) {
        OdeSystem system = new OdeSystem() {
            @Override
            public int dimension() {
                return 1;
            }

            @Override
            public void rates(double t, double[] y, double[] dydt) {
                dydt[0] = -y[0];
            }

            @Override
            public void jacobian(double t, double[] y, double[][] dfdy) {
                dfdy[0][0] = -1;
            }

            @Override
            public void timeDerivative(double t, double[] y, double[] dfdt) {
                dfdt[0] = 0;
            }
        };
        return new TimedMethod(Methods.named("tsit5").orElseThrow(), 10, clock)
                .engine(Tolerances.uniform(1, 1e-10, 1e-12), Limits.DEFAULT)
                .advance(system, new double[] {1}, new Span(0, 10), Guards.NONE, (from, to, within) -> {});
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -HOUR, 9_999_999_999L})
    void aTimeLimitIsNotReachedByAClockThatGoesBackOrStandsStill(long later) {
        assertThat(decay(clock(0, 1, later))).isInstanceOf(Ending.Reached.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {10_000_000_001L, HOUR, Long.MAX_VALUE})
    void aLeapForwardEndsTheIntegrationInWords(long later) {
        assertThat(decay(clock(0, 1, later)))
                .isInstanceOfSatisfying(
                        Ending.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Ending.Reason.TOO_LONG));
    }

    @Test
    void theOriginOfTheClockDoesNotMatterNorThatItOverflows() {
        long origin = Long.MAX_VALUE - 5;
        assertThat(decay(clock(origin, origin + 10))).isInstanceOf(Ending.Reached.class);
        assertThat(decay(clock(origin, origin + HOUR))).isInstanceOf(Ending.Failed.class);
    }

    /** The time of day, which people and networks set, is in no result and in no limit. */
    @Test
    void theTimeOfDayIsNeverAsked() throws IOException {
        Pattern asked = Pattern.compile(
                "currentTimeMillis|\\b(Instant|Local\\w+|\\w+Time|Year\\w*)\\.now\\(|new Date\\(|InstantSource|Clock\\.system|"
                        + "Calendar\\.getInstance");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<Path> all =
                    sources.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(all).hasSizeGreaterThan(300);
            for (Path source : all) {
                String text = Files.readString(source);
                assertThat(asked.matcher(text).results().toList())
                        .as(source.toString())
                        .isEmpty();
                if (text.contains("nanoTime")) {
                    assertThat(source).startsWithRaw(Path.of("src/main/java/org/immunoedit/cli"));
                }
            }
        }
    }
}
