package org.immunoedit.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoublePredicate;
import org.immunoedit.sweep.Boundary.Bracket;
import org.immunoedit.sweep.Boundary.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundarySearchTest {
    private static final Axis LOG = new Axis(new Range(1, 1e6, true), false);
    private static final Axis LINEAR = new Axis(new Range(0, 100, false), false);

    private final List<Double> tried = new ArrayList<>();

    @Test
    void theSmallestValueIsBracketedAsNarrowlyAsWanted() throws IOException {
        Boundary found = search(LOG, false, x -> x >= 5432.1, x -> false);
        assertThat(found.kind()).isEqualTo(Kind.FOUND);
        Bracket answer = found.answer().orElseThrow();
        assertThat(answer.below().value()).isLessThan(5432.1);
        assertThat(answer.above().value()).isGreaterThanOrEqualTo(5432.1);
        assertThat(answer.above().value() / answer.below().value()).isLessThanOrEqualTo(1.0102);
        assertThat(answer.wanted()).isEqualTo(answer.above());
        assertThat(found.changes()).containsExactly(answer);
        assertThat(found.probes()).hasSameSizeAs(tried).hasSizeLessThanOrEqualTo(17 + 7);
        assertThat(found.probes().stream().map(Probe::value))
                .containsExactlyElementsOf(tried.stream().sorted().toList());
    }

    @Test
    void theLargestValueIsTheLastThatIsAsWanted() throws IOException {
        Bracket answer =
                search(LINEAR, true, x -> x <= 17.25, x -> false).answer().orElseThrow();
        assertThat(answer.wanted()).isEqualTo(answer.below());
        assertThat(answer.below().value()).isBetween(17.0, 17.25);
        assertThat(answer.above().value()).isBetween(17.25, 17.5);
    }

    @Test
    void intervalsAreHalvedOnTheirScale() throws IOException {
        new BoundarySearch(LOG, false, 2, 0.5).search(trials(x -> x >= 5432.1, x -> false));
        assertThat(tried.get(2)).isEqualTo(1000);
        assertThat(tried.get(3)).isBetween(3e4, 3.4e4);
        tried.clear();
        new BoundarySearch(LINEAR, false, 2, 0.1).search(trials(x -> x >= 70, x -> false));
        assertThat(tried.subList(2, 4)).containsExactly(50.0, 75.0);
    }

    @Test
    void valuesAreAsShortAsTheirDistanceAllows() throws IOException {
        search(LOG, false, x -> x >= 5432.1, x -> false);
        assertThat(tried).contains(1.0, 1e6, 1000.0, 2.4, 5.6, 13.0);
        assertThat(tried)
                .allMatch(x -> new BigDecimal(x.toString()).stripTrailingZeros().precision() <= 3);
    }

    /** Random thresholds: the bracket holds the threshold, whatever the scale and the side. */
    @Test
    void theBracketHoldsTheThreshold() throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            boolean log = random.nextBoolean();
            boolean largest = random.nextBoolean();
            double from = log ? Math.exp(random.nextGaussian()) : random.nextGaussian();
            double to = from + Math.exp(3 * random.nextGaussian());
            double threshold = from + random.nextDouble() * (to - from);
            double rtol = Math.pow(10, -1 - 5 * random.nextDouble());
            Axis axis = new Axis(new Range(from, to, log), false);
            BoundarySearch search = new BoundarySearch(axis, largest, 2 + random.nextInt(9), rtol);
            Bracket answer = search.search(trials(x -> largest ? x <= threshold : x >= threshold, x -> false))
                    .answer()
                    .orElseThrow();
            assertThat(answer.below().value()).isLessThanOrEqualTo(threshold);
            assertThat(answer.above().value()).isGreaterThanOrEqualTo(threshold);
            double size = Math.max(
                    1e-3 * (to - from),
                    Math.max(
                            Math.abs(answer.below().value()),
                            Math.abs(answer.above().value())));
            assertThat(answer.above().value() - answer.below().value()).isCloseTo(0, within(rtol * size * (1 + 1e-12)));
        }
    }

    @Test
    void aBoundaryNextToZeroEndsTheSearch() throws IOException {
        Bracket answer = search(LINEAR, false, x -> x > 0, x -> false).answer().orElseThrow();
        assertThat(answer.below().value()).isZero();
        assertThat(answer.above().value()).isBetween(0.0, 1e-3);
        assertThat(tried).hasSizeLessThan(40);
    }

    @Test
    void wholeNumbersAreFoundExactly() throws IOException {
        Axis doses = new Axis(new Range(1, 35, false), true);
        Bracket answer = search(doses, false, x -> x >= 12, x -> false).answer().orElseThrow();
        assertThat(answer.below().value()).isEqualTo(11);
        assertThat(answer.above().value()).isEqualTo(12);
        assertThat(tried).allMatch(x -> x == Math.rint(x)).doesNotHaveDuplicates();
        tried.clear();
        Axis few = new Axis(new Range(1, 4, false), true);
        assertThat(search(few, true, x -> x <= 3, x -> false)
                        .answer()
                        .orElseThrow()
                        .wanted()
                        .value())
                .isEqualTo(3);
        assertThat(tried).containsExactly(1.0, 2.0, 3.0, 4.0);
    }

    @ParameterizedTest
    @CsvSource({
        "false, -1, 101, ALL",
        "true, -1, 101, ALL",
        "false, 200, 300, NONE",
        "true, 200, 300, NONE",
        "false, -1, 50, EDGE",
        "true, 50, 101, EDGE",
        "true, -1, 50, FOUND",
        "false, 30, 60, FOUND",
    })
    void whereThereIsNoBoundaryThatIsTold(boolean largest, double low, double high, Kind kind) throws IOException {
        Boundary found = search(LINEAR, largest, x -> x >= low && x <= high, x -> false);
        assertThat(found.kind()).isEqualTo(kind);
        assertThat(found.answer().isPresent()).isEqualTo(kind == Kind.FOUND);
    }

    @Test
    void everyChangeIsFound() throws IOException {
        Boundary found = search(LINEAR, false, x -> x >= 20 && x < 43 || x > 81, x -> false);
        assertThat(found.changes()).hasSize(3);
        assertThat(found.answer()).contains(found.changes().get(0));
        double[] at = {20, 43, 81};
        for (int i = 0; i < at.length; i++) {
            Bracket change = found.changes().get(i);
            assertThat(change.below().value()).isBetween(at[i] * 0.99, at[i]);
            assertThat(change.above().value()).isBetween(at[i], at[i] * 1.01);
        }
        assertThat(search(LINEAR, true, x -> x >= 20 && x < 43 || x > 60 && x < 81, x -> false)
                        .answer()
                        .orElseThrow()
                        .wanted()
                        .value())
                .isBetween(80.0, 81.0);
    }

    @Test
    void aFailureIsNeverTakenForAnAnswer() throws IOException {
        // in the scan, where the answer may be
        Boundary below = search(LINEAR, false, x -> x >= 50, x -> x > 10 && x < 20);
        assertThat(below.kind()).isEqualTo(Kind.FAILED);
        assertThat(below.answer()).isEmpty();
        assertThat(below.reason(true)).isEqualTo("stiff");
        assertThat(below.changes()).hasSize(1);
        // behind the answer
        Boundary behind = search(LINEAR, false, x -> x >= 50, x -> x > 80);
        assertThat(behind.kind()).isEqualTo(Kind.FOUND);
        assertThat(behind.failures()).isEqualTo(4);
        // while halving
        Boundary within = search(LINEAR, false, x -> x >= 52, x -> x > 51 && x < 52);
        assertThat(within.kind()).isEqualTo(Kind.FAILED);
        // everywhere, and where nothing else is as wanted
        assertThat(search(LINEAR, true, x -> true, x -> true).kind()).isEqualTo(Kind.FAILED);
        assertThat(search(LINEAR, true, x -> false, x -> x < 5).kind()).isEqualTo(Kind.FAILED);
    }

    @Test
    void aFailureBeyondTheAnswerLeavesTheAnswer() throws IOException {
        // while another change is halved
        Boundary later = search(LINEAR, false, x -> x >= 20 && x < 52, x -> x > 51 && x < 52);
        assertThat(later.kind()).isEqualTo(Kind.FOUND);
        assertThat(later.failures()).isEqualTo(1);
        assertThat(later.changes()).hasSize(2);
        assertThat(later.answer()).contains(later.changes().get(0));
        // where all others are as wanted, not all are
        assertThat(search(LINEAR, false, x -> true, x -> x > 40 && x < 60).kind())
                .isEqualTo(Kind.EDGE);
    }

    @Test
    void whatIsNoIntervalIsRefused() {
        assertThatThrownBy(() -> new Axis(new Range(2, 1, false), false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Axis(new Range(0.5, 2, false), true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Range(0, 1, true)).isInstanceOf(IllegalArgumentException.class);
    }

    private Boundary search(Axis axis, boolean largest, DoublePredicate wanted, DoublePredicate failed)
            throws IOException {
        return new BoundarySearch(axis, largest, 17, 0.01).search(trials(wanted, failed));
    }

    private BoundarySearch.Trials trials(DoublePredicate wanted, DoublePredicate failed) {
        return values -> {
            tried.addAll(values);
            return values.stream()
                    .map(x -> failed.test(x)
                            ? new Probe(x, "stiff", "", Double.NaN, false)
                            : new Probe(x, "", "escape", Double.NaN, wanted.test(x)))
                    .toList();
        };
    }
}
