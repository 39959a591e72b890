package org.immunoedit.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutionTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void resultsComeInTheOrderOfThePlan(int threads) throws IOException {
        List<Long> seen = new ArrayList<>();
        List<Long> marks = new ArrayList<>();
        new Execution(threads, 3, 5)
                .run(
                        10,
                        210,
                        (from, to) -> {
                            LockSupport.parkNanos(from * 7919 % 13 * 50_000);
                            return LongStream.range(from, to).boxed().toList();
                        },
                        (points, done) -> {
                            seen.addAll(points);
                            marks.add(done);
                        });
        assertThat(seen)
                .containsExactlyElementsOf(LongStream.range(10, 210).boxed().toList());
        assertThat(marks).isSorted().last().isEqualTo(210L);
    }

    @Test
    void noMoreBundlesAreUnderWayThanTheWindow() throws IOException {
        AtomicLong begun = new AtomicLong();
        AtomicLong taken = new AtomicLong();
        new Execution(4, 1, 6).run(0, 500, (from, to) -> begun.incrementAndGet(), (result, done) -> {
            assertThat(begun.get() - taken.get()).isLessThanOrEqualTo(6);
            taken.incrementAndGet();
        });
        assertThat(taken).hasValue(500);
    }

    @Test
    void aFailureOfTheSinkEndsTheRun() {
        AtomicLong begun = new AtomicLong();
        assertThatThrownBy(() -> new Execution(2, 1, 4)
                        .run(0, 1_000_000, (from, to) -> begun.incrementAndGet(), (r, d) -> {
                            throw new IOException("No space left on device");
                        }))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
        assertThat(begun.get()).isLessThan(10);
    }

    @Test
    void aFileThatATaskCannotReadIsAnInputOutputError() {
        assertThatThrownBy(() -> new Execution(2, 1, 4)
                        .run(
                                0,
                                5,
                                (from, to) -> {
                                    throw new UncheckedIOException(new IOException("doses.csv"));
                                },
                                (r, d) -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("doses.csv");
    }

    @Test
    void nothingToDoIsDone() throws IOException {
        new Execution(2, 1, 4).run(5, 5, (from, to) -> 1, (r, d) -> {
            throw new AssertionError("nothing was to be done");
        });
    }
}
