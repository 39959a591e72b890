package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.ode.Statistics;
import org.immunoedit.outcome.Phase;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.sim.RowSink.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckNumericsTest {
    private static final Place HERE = new Place("s.json", 0, 0, "");
    private static final List<Term> COLUMNS =
            List.of(new Term("x", new Num(0), "", ""), new Term("z", new Num(0), "", ""));

    @TempDir
    Path directory;

    private static RecordedRows rows(Side side, double[]... rows) {
        RecordedRows recorded = new RecordedRows();
        for (double[] row : rows) {
            recorded.row(row[0], new double[] {row[1], row[2]}, side);
        }
        return recorded;
    }

    private static NumericsCheck check(double relative, int unmatched, Phase again) {
        return new NumericsCheck(
                new NumericsCheck.Solver("auto", 1e-8, Statistics.ZERO),
                new NumericsCheck.Solver("rodas", 1e-9, Statistics.ZERO),
                Optional.empty(),
                List.of(new NumericsCheck.Difference("x", relative, 1, 2, 3)),
                unmatched,
                Optional.of(Phase.ESCAPE),
                Optional.of(again));
    }

    private static List<String> found(NumericsCheck check) {
        return check.warnings(HERE).stream().map(Problem::found).toList();
    }

    private Trial logistic() {
        return new Trial(directory)
                .model(
                        "\"x\": {\"unit\": \"1\", \"initial\": 0.01}",
                        "",
                        "\"x\": \"x*(1 - x)\"",
                        "\"outcome\": {\"tumor\": \"x\"}");
    }

    @Test
    void aSoundRunIsTabulatedWithoutWarningAndItsRowsAreTheSame() {
        String scenario = "\"time\": {\"end\": 200, \"every\": 10}";
        Shell.Result plain = logistic().run(scenario, "--method", "tsit5");
        Shell.Result checked = logistic().run(scenario, "--check-numerics", "--method", "tsit5");
        assertThat(checked.code()).isZero();
        assertThat(checked.out()).isEqualTo(plain.out());
        assertThat(checked.err().lines())
                .first()
                .isEqualTo("numerics: solved again by rodas at rtol 1.0e-09 after tsit5 at rtol 1.0e-08");
        assertThat(checked.err()).contains("difference").contains("  x ").doesNotContain("warning");
        assertThat(checked.err()).containsPattern("verdict: [a-z]+, the same");
    }

    @Test
    void quietSilencesTheTable() {
        Shell.Result result = logistic().run("\"time\": {\"end\": 200, \"every\": 10}", "--check-numerics", "--quiet");
        assertThat(result.err()).isEmpty();
    }

    /** The solution t + 0.2 loses every digit: an error grows by exp(5 t). */
    @Test
    void aSolutionThatDependsOnItsErrorsIsAWarningEvenWhenQuiet() {
        Shell.Result result = new Trial(directory)
                .model(
                        "\"x\": {\"unit\": \"1\", \"initial\": 0.2, \"signed\": true}",
                        "",
                        "\"x\": \"5*(x - time)\"",
                        "")
                .run("\"time\": {\"end\": 8, \"every\": 1}", "--check-numerics", "--quiet");
        assertThat(result.code()).isZero();
        assertThat(result.err().lines()).singleElement().asString().contains("warning: x differs by");
    }

    @Test
    void aSecondSolutionThatFailsIsAWarningAndTheRowsStand() {
        Shell.Result result = new Trial(directory)
                .model(
                        "\"x\": {\"unit\": \"1\", \"initial\": 1}, \"z\": {\"unit\": \"1\", \"initial\": 0}",
                        "",
                        "\"x\": \"-1e9*(x - 1 - z)\", \"z\": \"1\"",
                        "")
                .run(
                        "\"time\": {\"end\": 10, \"at\": [10]}, \"solver\": {\"method\": \"rodas\", \"max_steps\": 3000}",
                        "--check-numerics",
                        "--quiet");
        assertThat(result.code()).isZero();
        assertThat(Double.parseDouble(result.out().lines().toList().get(1).split(",")[1]))
                .isCloseTo(11, within(1e-6));
        assertThat(result.err())
                .contains("warning: the check of the numerics failed when solved again by dopri5")
                .contains("limit of 6000 steps");
    }

    @Test
    void aRunInIsSolvedAgainToo() {
        Shell.Result result = logistic()
                .run(
                        "\"run_in\": {\"until\": \"x > 0.5\", \"limit\": 100, \"keep\": true},"
                                + " \"time\": {\"end\": 10, \"every\": 1}",
                        "--check-numerics");
        assertThat(result.code()).isZero();
        assertThat(result.err()).contains("numerics: solved again").doesNotContain("warning");
    }

    @Test
    void differencesAreSharesOfTheLargestValueAndNameTheirTime() {
        RecordedRows first = rows(Side.AFTER, new double[] {0, -4, 1}, new double[] {1, 2, Double.NaN});
        RecordedRows second = rows(Side.AFTER, new double[] {0, -4, 1}, new double[] {1, 3, 5});
        List<NumericsCheck.Difference> differences = first.differences(second, COLUMNS);
        assertThat(differences.get(0)).isEqualTo(new NumericsCheck.Difference("x", 0.25, 1, 1, 4));
        assertThat(differences.get(1).relative()).isInfinite();
        assertThat(first.unmatched(second)).isZero();
    }

    @Test
    void rowsOfOneSolutionOnlyAreCountedAndTheOthersCompared() {
        RecordedRows first = rows(Side.AFTER, new double[] {0, 1, 1}, new double[] {2, 2, 2}, new double[] {2.5, 9, 9});
        RecordedRows second =
                rows(Side.AFTER, new double[] {0, 1, 1}, new double[] {1, 7, 7}, new double[] {2, 2, 2}, new double[] {
                    2.6, 9, 9
                });
        assertThat(first.unmatched(second)).isEqualTo(1);
        assertThat(first.differences(second, COLUMNS).get(0).largest()).isZero();
    }

    @Test
    void bothSidesOfAJumpAreDifferentRows() {
        RecordedRows first = rows(Side.BEFORE, new double[] {0, 1, 1});
        first.row(0, new double[] {5, 5}, Side.AFTER);
        RecordedRows second = rows(Side.AFTER, new double[] {0, 5, 5});
        assertThat(first.unmatched(second)).isEqualTo(1);
        assertThat(first.differences(second, COLUMNS).get(0).largest()).isZero();
    }

    @Test
    void warningsBeginAboveAHundredTolerances() {
        assertThat(found(check(1e-6, 0, Phase.ESCAPE))).isEmpty();
        assertThat(found(check(1.1e-6, 0, Phase.ESCAPE)))
                .singleElement()
                .asString()
                .startsWith("x differs by 1.1e-06 of its largest value");
    }

    @Test
    void anotherVerdictAndMissingRowsAreWarnings() {
        assertThat(found(check(0, 0, Phase.EQUILIBRIUM)))
                .containsExactly("the verdict changes from escape to equilibrium when solved again by rodas at rtol"
                        + " 1.0e-09");
        assertThat(found(check(0, 2, Phase.ESCAPE)))
                .containsExactly("2 rows are in only one of two solutions when solved again by rodas at rtol 1.0e-09");
    }

    @Test
    void theTableShowsTheTwentyWorstColumns() {
        List<NumericsCheck.Difference> many = java.util.stream.IntStream.range(0, 30)
                .mapToObj(i -> new NumericsCheck.Difference("c" + i, i * 1e-9, 1, 2, 3))
                .toList();
        NumericsCheck check = new NumericsCheck(
                new NumericsCheck.Solver("auto", 1e-8, Statistics.ZERO),
                new NumericsCheck.Solver("rodas", 1e-9, Statistics.ZERO),
                Optional.empty(),
                many,
                0,
                Optional.empty(),
                Optional.empty());
        String table = NumericsTable.text(check);
        assertThat(table).contains("c29", "c10", "and 10 columns with smaller differences");
        assertThat(table).doesNotContain("c9 ").doesNotContain("verdict");
    }
}
