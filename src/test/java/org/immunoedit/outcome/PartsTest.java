package org.immunoedit.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.immunoedit.outcome.Criteria.Bounds;
import org.immunoedit.outcome.Criteria.Imaging;
import org.immunoedit.outcome.Criteria.ResponseLimits;
import org.immunoedit.outcome.Criteria.Steadiness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.0005, 0.2, 0.5, 0.61, 0.9, 0.9995})
    void aPathHoldsTheTurnInsideItsStep(double turn) {
        Path path = Path.along(t -> 3 - (t - turn) * (t - turn), 0, 1, new double[] {0.1, 0.5});
        double highest = 0;
        for (int i = 0; i < path.size() - 1; i++) {
            Piece piece = path.piece(i);
            assertThat(piece.to()).isGreaterThan(piece.from());
            highest = Math.max(highest, piece.end());
        }
        assertThat(highest).isCloseTo(3, within(1e-6));
        assertThat(path.piece(0).from()).isZero();
        assertThat(path.piece(path.size() - 2).to()).isEqualTo(1);
    }

    @Test
    void twoEqualPointsHaveTheirTurnBetweenThem() {
        Path path = Path.along(t -> Math.cos(t - 0.375), 0, 1, new double[0]);
        double highest = 0;
        for (int i = 0; i < path.size() - 1; i++) {
            highest = Math.max(highest, path.piece(i).end());
        }
        assertThat(highest).isCloseTo(1, within(1e-12));
    }

    @Test
    void onlyTurnsLargerThanTheRippleCount() {
        Turns turns = new Turns(0.1, 0, 1);
        double[] logs = {0.5, 0.45, 0.6, 0.2, 0.25, 0.1, 0.4};
        for (int i = 0; i < logs.length; i++) {
            turns.see(i + 1, Math.exp(logs[i]));
        }
        assertThat(turns.size()).isEqualTo(3);
        double[][] expected = {{0, 0, 0}, {3, 0.6, 1}, {6, 0.1, 0}};
        for (int i = 0; i < 3; i++) {
            assertThat(new double[] {turns.time(i), turns.log(i), turns.isHigh(i) ? 1 : 0})
                    .containsExactly(expected[i], within(1e-15));
        }
        assertThat(turns.firstSince(3)).isEqualTo(1);
        assertThat(turns.firstSince(6.5)).isEqualTo(3);
    }

    @Test
    void turnsAreForgottenNotHoarded() {
        Turns turns = new Turns(0.1, 0, 1);
        for (int i = 1; i < 20_000; i++) {
            turns.see(i, Math.exp(i % 2));
        }
        assertThat(turns.size()).isEqualTo(4096);
        assertThat(turns.firstSince(0)).isZero();
        assertThat(turns.size() - turns.firstSince(19_990)).isEqualTo(9);
        for (int i = 0; i < 4096; i++) {
            assertThat(turns.time(i)).isEqualTo(15_903 + i);
            assertThat(turns.isHigh(i)).isEqualTo(i % 2 == 0);
        }
    }

    private static Stage known(Phase phase, double since) {
        return new Stage(phase, since, () -> Stage.Evidence.of(""));
    }

    @Test
    void aPhaseReachesBackOverUndeterminedTimeOnly() {
        PhaseTimeline timeline = new PhaseTimeline(0);
        timeline.see(0, known(Phase.ESCAPE, 0));
        timeline.see(10, known(Phase.ESCAPE, 0));
        timeline.see(20, known(Phase.UNDETERMINED, 15));
        timeline.see(30, known(Phase.EQUILIBRIUM, 3));
        timeline.see(40, known(Phase.ELIMINATION, 33));
        assertThat(timeline.until(50))
                .containsExactly(
                        new Episode(Phase.ESCAPE, 0, 15),
                        new Episode(Phase.EQUILIBRIUM, 15, 33),
                        new Episode(Phase.ELIMINATION, 33, 50));
        assertThat(timeline.since()).isEqualTo(33);
    }

    @Test
    void anUndeterminedTimeThatVanishesJoinsItsNeighbors() {
        PhaseTimeline timeline = new PhaseTimeline(0);
        timeline.see(0, known(Phase.ESCAPE, 0));
        timeline.see(20, known(Phase.UNDETERMINED, 20));
        timeline.see(30, known(Phase.ESCAPE, 0));
        assertThat(timeline.until(30)).containsExactly(new Episode(Phase.ESCAPE, 0, 30));
    }

    @ParameterizedTest
    @CsvSource({
        "8186000, 8.186e6",
        "1, 1",
        "0, 0",
        "107.1, 107.1",
        "2186, 2186",
        "0.05, 0.05",
        "1e-9, 1e-9",
        "1e-12, 1e-12",
        "4.47026e12, 4.47e12",
        "-250, -250",
    })
    void numbersInWordsAreShort(double value, String text) {
        assertThat(Words.number(value)).isEqualTo(text);
        assertThat(Words.quantity(value, "1")).isEqualTo(Words.number(value));
        assertThat(Words.quantity(value, "d")).isEqualTo(Words.number(value) + " d");
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, -50.00 %",
        "1.1052, +10.52 %",
        "0.99999, +0.00 %",
        "10.1, x 10.1",
        "4.5157e6, x 4.516e6",
        "0.01, x 0.01",
    })
    void changesInWordsAreReadable(double factor, String text) {
        assertThat(Words.percent(Math.log(factor))).isEqualTo(text);
    }

    @Test
    void phasesAreWrittenInLowerCase() {
        assertThat(Phase.values())
                .extracting(Phase::toString)
                .containsExactly("elimination", "equilibrium", "escape", "undetermined");
    }

    @Test
    void criteriaThatMeanNothingAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(OptionalDouble.of(0), OptionalDouble.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bounds(OptionalDouble.of(10), OptionalDouble.of(5)))
                .withMessage("escaped_above must be more than eliminated_below, got 5.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Steadiness(Double.NaN, 1, 1, 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Imaging(0, 56, 0, OptionalDouble.empty(), ResponseLimits.RECIST));
        assertThatIllegalArgumentException().isThrownBy(() -> new ResponseLimits(0.3, 0.2, 5, 1, 2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Criteria.defaults("", "cell", "d", 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Endpoint("x", 1, "d", OptionalDouble.of(3)))
                .withMessage("x was observed and cannot be censored");
    }

    @Test
    void defaultsAreTheDocumentedOnes() {
        Criteria cells = Criteria.defaults("T", "cell", "d", 1);
        assertThat(cells.version()).isEqualTo("1");
        assertThat(cells.bounds()).isEqualTo(new Bounds(OptionalDouble.of(1), OptionalDouble.empty()));
        assertThat(cells.steadiness()).isEqualTo(new Steadiness(90, 0.1, 0.004, 0.001, 0.02));
        assertThat(cells.imaging()).isEqualTo(new Imaging(0, 56, 1, OptionalDouble.of(1e-6), ResponseLimits.RECIST));
        Criteria other = Criteria.defaults("T", "cell/uL", "d", 1);
        assertThat(other.bounds().eliminatedBelow()).isEmpty();
        assertThat(other.imaging().volume()).isEmpty();
    }
}
