package org.immunoedit.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.immunoedit.outcome.Criteria.Bounds;
import org.immunoedit.outcome.Criteria.ResponseLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponsesTest {
    @ParameterizedTest
    @CsvSource({
        // baseline, nadir, diameter, response (mm)
        "100, 100, 70, PR",
        "100, 100, 70.01, SD",
        "100, 100, 119.99, SD",
        "100, 100, 120, PD",
        "30, 30, 21, PR",
        "20, 20, 24, SD", // 20 % but 4 mm
        "20, 20, 24.99, SD",
        "20, 20, 25, PD",
        "100, 40, 47.99, PR", // 19.98 % above the nadir
        "100, 40, 48, PD", // progression from the nadir although 52 % below baseline
        "100, 10, 14.9, PR", // 49 % but 4.9 mm
        "100, 10, 15, PD",
        "100, 100, 2, PR",
        "100, 100, 1.99, CR",
        "100, 0, 4.9, PR",
        "100, 0, 5, PD",
        "10, 10, 7, PR",
        "9, 9, 6, non-CR/non-PD", // not measurable at baseline
        "9, 9, 1, CR",
        "4, 4, 9.9, non-CR/non-PD", // +5 mm, but not yet measurable
        "4, 4, 10, PD",
        "1, 1, 1, NE", // not visible at baseline
        "1, 1, 9, NE",
        "1, 1, 10, PD",
        "NaN, NaN, 10, NE",
    })
    void oneAssessment(double baseline, double nadir, double diameter, String response) {
        assertThat(Responses.of(ResponseLimits.RECIST, baseline, nadir, diameter))
                .hasToString(response);
    }

    @Test
    void anExactThirtyPercentCountsInSpiteOfRounding() {
        for (double diameter = 10; diameter < 100; diameter += 0.37) {
            double shrunk = Math.cbrt(Math.pow(diameter, 3) * 0.343);
            assertThat(Responses.of(ResponseLimits.RECIST, diameter, diameter, shrunk))
                    .isEqualTo(Response.PARTIAL);
        }
    }

    @Test
    void aLargerSmallestProgressionIsObeyed() {
        ResponseLimits stricter = new ResponseLimits(0.3, 0.2, 5, 10, 2, 10);
        assertThat(Responses.of(stricter, 27, 0.3, 9.9)).isEqualTo(Response.PARTIAL);
        assertThat(Responses.of(stricter, 27, 0.3, 10)).isEqualTo(Response.PROGRESSIVE);
    }

    @ParameterizedTest
    @CsvSource({
        // responses after baseline, confirm, best, index of progression (-1: none)
        "'SD PR CR PR PD CR', 1, CR, 5",
        "'SD PR PR PD', 1, PR, 4",
        "'SD PR SD', 2, SD, -1",
        "'SD PR CR', 2, PR, -1",
        "'SD CR PR', 2, PR, -1",
        "'PR SD PR', 2, SD, -1",
        "'PD CR CR', 1, PD, 1",
        "'PD CR CR', 2, CR, -1", // pseudo-progression
        "'SD PD SD PD PD PR', 2, SD, 4",
        "'PD', 2, NE, -1",
        "'non-CR/non-PD PD', 1, non-CR/non-PD, 2",
        "'non-CR/non-PD CR', 2, non-CR/non-PD, -1",
        "'NE NE', 1, NE, -1",
        "'', 1, NE, -1",
    })
    void bestResponseAndProgression(String responses, int confirm, String best, int progression) {
        List<Assessment> taken = list(responses);
        assertThat(Responses.best(taken, confirm)).hasToString(best);
        assertThat(Responses.progression(taken, confirm).orElse(-1)).isEqualTo(progression);
    }

    @Test
    void bestOfNothingIsNotEvaluable() {
        assertThat(Responses.best(List.of(), 1)).isEqualTo(Response.NOT_EVALUABLE);
    }

    private static List<Assessment> list(String responses) {
        List<Assessment> taken = new ArrayList<>();
        taken.add(new Assessment(0, 50, 0, 0, Response.NOT_EVALUABLE));
        for (String code : responses.isEmpty() ? new String[0] : responses.split(" ")) {
            for (Response response : Response.values()) {
                if (response.toString().equals(code)) {
                    taken.add(new Assessment(56 * taken.size(), 50, 0, 0, response));
                }
            }
        }
        return taken;
    }

    /** Cells of a sphere of that diameter (mm). */
    private static double cells(double diameter) {
        return Math.PI / 6 * Math.pow(diameter, 3) * 1e6;
    }

    @Test
    void diametersAreThoseOfASphereOnTheAssessmentGrid() {
        Verdict verdict = Feed.cells(1e13).until(130, t -> t < 60 ? 1e9 : 1e10).run();
        assertThat(verdict.assessments()).extracting(Assessment::time).containsExactly(0.0, 56.0, 112.0);
        assertThat(verdict.assessments().get(0).diameter()).isCloseTo(12.407, within(1e-3));
        assertThat(verdict.assessments().get(2).diameter()).isCloseTo(26.730, within(1e-3));
        assertThat(verdict.assessments().get(2).fromBaseline()).isCloseTo(115.443, within(1e-3));
        assertThat(verdict.assessments().get(2).response()).isEqualTo(Response.PROGRESSIVE);
    }

    @Test
    void progressionFreeSurvivalIsTheFirstAssessmentWithProgression() {
        // from 30 mm; 36 mm, that is +20 % and +6 mm, is passed on day 60 and seen on day 112
        double rate = 3 * Math.log(1.2) / 60;
        Verdict verdict =
                Feed.cells(1e13).until(300, t -> cells(30) * Math.exp(rate * t)).run();
        assertThat(verdict.endpoint("progression_free_survival").value()).isEqualTo(112);
        assertThat(verdict.bestResponse()).isEqualTo(Response.STABLE);
        assertThat(verdict.endpoint("best_change").value()).isCloseTo(100 * Math.expm1(rate / 3 * 56), within(1e-9));
        assertThat(verdict.endpoint("best_change").unit()).isEqualTo("%");
    }

    @Test
    void progressionFreeSurvivalIsCensoredAtTheLastAssessment() {
        Verdict verdict = Feed.cells(1e13).until(300, t -> cells(30)).run();
        assertThat(verdict.endpoint("progression_free_survival").value()).isNaN();
        assertThat(verdict.endpoint("progression_free_survival").censoredAt()).hasValue(280);
    }

    @Test
    void unconfirmedProgressionAtTheEndIsCensoredBeforeIt() {
        Bounds bounds = new Bounds(OptionalDouble.of(1), OptionalDouble.empty());
        Verdict verdict = new Feed(Feed.criteria(bounds, 2))
                .until(112, t -> cells(30))
                .until(130, t -> cells(40))
                .run();
        assertThat(verdict.assessments().get(2).response()).isEqualTo(Response.PROGRESSIVE);
        assertThat(verdict.endpoint("progression_free_survival").censoredAt()).hasValue(56);
    }

    @Test
    void confirmedProgressionCountsFromTheFirstOfTheTwo() {
        Bounds bounds = new Bounds(OptionalDouble.of(1), OptionalDouble.empty());
        Verdict verdict = new Feed(Feed.criteria(bounds, 2))
                .until(60, t -> cells(40))
                .until(100, t -> cells(49))
                .until(120, t -> cells(30))
                .until(150, t -> cells(30))
                .until(400, t -> cells(36))
                .run();
        assertThat(verdict.endpoint("progression_free_survival").value()).isEqualTo(168);
    }

    @Test
    void anAssessmentAtTheEndAndAtAJumpSeesTheTumorAfterIt() {
        Verdict verdict = Feed.cells(1e13)
                .until(56, t -> cells(30))
                .until(112, t -> cells(15))
                .run();
        assertThat(verdict.assessments()).hasSize(3);
        assertThat(verdict.assessments().get(1).diameter()).isCloseTo(15, within(1e-9));
        assertThat(verdict.assessments().get(1).response()).isEqualTo(Response.PARTIAL);
        assertThat(verdict.bestResponse()).isEqualTo(Response.PARTIAL);
        assertThat(verdict.endpoint("best_change").value()).isCloseTo(-50, within(1e-9));
    }

    @Test
    void theBaselineIsTheStartOfALateRunAndTimeZeroOfAnEarlyOne() {
        Verdict late = Feed.cells(1e13).from(10).until(70, t -> cells(30)).run();
        assertThat(late.assessments()).extracting(Assessment::time).containsExactly(10.0, 66.0);
        Verdict early = Feed.cells(1e13).from(-10).until(60, t -> cells(30)).run();
        assertThat(early.assessments()).extracting(Assessment::time).containsExactly(0.0, 56.0);
    }

    @Test
    void aTumorWithoutVolumeIsNotAssessed() {
        Criteria criteria = Criteria.defaults("tumor", "1", "d", 1);
        Verdict verdict = new Feed(criteria).until(300, t -> 5).run();
        assertThat(verdict.assessments()).isEmpty();
        assertThat(verdict.bestResponse()).isEqualTo(Response.NOT_EVALUABLE);
        assertThat(verdict.endpoint("progression_free_survival").isCensored()).isFalse();
    }
}
