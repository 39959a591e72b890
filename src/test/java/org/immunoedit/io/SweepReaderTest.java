package org.immunoedit.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunoedit.problem.Problems;
import org.immunoedit.sweep.Spread;
import org.immunoedit.sweep.Variation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SweepReaderTest {
    private final Problems problems = new Problems();
    private String table = "";

    @Test
    void readsTheExampleOfTheContract() throws IOException {
        SweepPlan plan = read("""
                {"vary": {
                   "parameters.a": {"from": 0.1, "to": 0.3, "count": 41},
                   "parameters.c": {"from": 1e-5, "to": 5e-2, "count": 41, "scale": "log"},
                   "therapies[0].amount": {"values": ["100 mg", "200 mg", "400 mg"]},
                   "initial.T[1]": {"distribution": "lognormal", "median": "1e7 cell", "cv": 0.8}},
                 "design": "grid", "samples": 10, "seed": 1, "correlation": {}, "keep": "endpoints"}""").orElseThrow();
        assertThat(plan.design().size()).isEqualTo(41 * 41 * 3 * 10);
        double[] last = plan.design().at(plan.design().size() - 1);
        assertThat(last[0]).isEqualTo(0.3);
        assertThat(last[1]).isEqualTo(5e-2);
        assertThat(settings(plan, last).get(2)).isEqualTo("therapies[0].amount=\"400 mg\"");
        assertThat(settings(plan, last).get(3)).matches("initial.T\\[1]=\"[0-9.]+ cell\"");
        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void quantitiesOfOneDimensionAreNumbersInTheFirstUnit() throws IOException {
        SweepPlan plan =
                read("{\"vary\": {\"x\": {\"values\": [\"500 mg\", \"1 g\"]}}}").orElseThrow();
        assertThat(plan.variations().get(0).unit()).isEqualTo("mg");
        assertThat(settings(plan, plan.design().at(1))).containsExactly("x=\"1000 mg\"");
    }

    @Test
    void otherValuesAreWords() throws IOException {
        SweepPlan plan =
                read("{\"vary\": {\"solver.method\": [\"auto\", \"tsit5\"], \"therapies\": [[], [{\"amount\": 1}]]}}")
                        .orElseThrow();
        assertThat(settings(plan, plan.design().at(3)))
                .containsExactly("solver.method=\"tsit5\"", "therapies=[{\"amount\":1}]");
    }

    @Test
    void aRangeIsADistributionWhereADesignDraws() throws IOException {
        SweepPlan plan = read("{\"design\": \"lhs\", \"samples\": 5, \"vary\": {\"x\": {\"from\": 1, \"to\": 100,"
                        + " \"scale\": \"log\"}}}")
                .orElseThrow();
        assertThat(plan.variations().get(0).spread()).isEqualTo(new Spread.LogUniform(1, 100));
    }

    @Test
    void distributionsAreCut() throws IOException {
        SweepPlan plan =
                read("{\"design\": \"random\", \"samples\": 5, \"vary\": {\"x\": {\"distribution\": \"normal\","
                                + " \"mean\": 1, \"sd\": 2, \"min\": 0}}}")
                        .orElseThrow();
        assertThat(plan.variations().get(0).spread())
                .isEqualTo(new Spread.Truncated(new Spread.Normal(1, 2), 0, Double.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'lognormal', 'mean': 5, 'cv': 0.4 | 5 | 2",
                "'lognormal', 'mean': 5, 'sd': 2 | 5 | 2",
                "'lognormal', 'median': 4, 'cv': 0.75 | 5 | 3.75",
                "'lognormal', 'median': 4, 'sd': 3.75 | 5 | 3.75",
                "'normal', 'mean': -5, 'cv': 0.4 | -5 | 2",
                "'normal', 'mean': -5, 'sd': 2 | -5 | 2",
                "'uniform', 'from': 2, 'to': 8 | 5 | 1.7320508",
                "'beta', 'alpha': 2, 'beta': 3 | 0.4 | 0.2",
                "'beta', 'alpha': 2, 'beta': 3, 'from': 10, 'to': 30 | 18 | 4",
                "'discrete', 'values': [1, 2, 4], 'weights': [1, 1, 2] | 2.75 | 1.29903811",
                "'lognormal', 'median': 1, 'cv': 1, 'min': 2, 'max': 2.001 | 2.0005 | 0.0002887",
                "'normal', 'mean': 0, 'sd': 1, 'min': -1, 'max': 1 | 0 | 0.5395604",
            })
    void distributionsHaveTheMomentsAskedFor(String distribution, double mean, double sd) throws IOException {
        String json = "{'design': 'random', 'samples': 1, 'vary': {'x': {'distribution': " + distribution + "}}}";
        Spread spread =
                read(json.replace('\'', '"')).orElseThrow().variations().get(0).spread();
        // the integrals of x and x² over all shares by the midpoint rule
        int n = 200_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double x = spread.quantile((i + 0.5) / n);
            sum += x / n;
            squares += (x - mean) * (x - mean) / n;
        }
        assertThat(sum).isCloseTo(mean, within(2e-3 * sd));
        assertThat(Math.sqrt(squares)).isCloseTo(sd, within(2e-3 * sd));
    }

    @Test
    void aDistributionInAGridStandsForEqualShares() throws IOException {
        SweepPlan plan =
                read("{\"vary\": {\"x\": {\"distribution\": \"uniform\", \"from\": 0, \"to\": 8, \"count\": 4}}}")
                        .orElseThrow();
        assertThat(plan.design().size()).isEqualTo(4);
        for (int i = 0; i < 4; i++) {
            assertThat(plan.design().at(i)).containsExactly(1 + 2 * i);
        }
    }

    /** The order of names, of the matrix and of the pair does not matter; another seed makes other points. */
    @ParameterizedTest
    @ValueSource(strings = {"lhs", "sobol", "random"})
    void correlationsAndSeedsReachTheDesign(String design) throws IOException {
        String text = """
                {"design": "DESIGN", "samples": 500, "seed": 7, "correlation": {"PAIR": {"OTHER": -0.8}},
                 "vary": {"x": {"from": 0, "to": 1}, "z": {"from": 0, "to": 1}, "y": {"from": 0, "to": 1}}}""".replace("DESIGN", design);
        SweepPlan one = read(text.replace("PAIR", "x").replace("OTHER", "y")).orElseThrow();
        SweepPlan other = read(text.replace("PAIR", "y").replace("OTHER", "x")).orElseThrow();
        SweepPlan seeded = read(text.replace("PAIR", "x").replace("OTHER", "y").replace("7", "8"))
                .orElseThrow();
        double product = 0;
        for (int i = 0; i < 500; i++) {
            double[] point = one.design().at(i);
            assertThat(other.design().at(i)).containsExactly(point);
            assertThat(seeded.design().at(i)).isNotEqualTo(point);
            product += 12 * (point[0] - 0.5) * (point[2] - 0.5) / 500;
        }
        // Spearman's coefficient is the correlation of uniform numbers
        assertThat(product).isCloseTo(-0.8, within(design.equals("random") ? 0.1 : 0.03));
    }

    @Test
    void aListComesFromItsFile() throws IOException {
        table = "point,parameters.a,initial.T,model\n9,0.1,5e6 cell,m1\n8,0.2,1e6 cell,m2\n";
        SweepPlan plan =
                read("{\"design\": \"list\", \"file\": \"points.csv\"}").orElseThrow();
        assertThat(plan.design().size()).isEqualTo(2);
        assertThat(settings(plan, plan.design().at(1)))
                .containsExactly("parameters.a=0.2", "initial.T=\"1000000 cell\"", "model=\"m2\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'vary': {}} | s.json:1:1: error: nothing is varied",
                "{'vary': {'x': {'from': 1, 'to': 2}}} | s.json:1:16: error: /vary/x: \"count\" is missing",
                "{'vary': {'x': {'from': 0, 'to': 2, 'count': 3, 'scale': 'log'}}} | logarithmic scale from 0.0",
                "{'vary': {'x': {'values': []}}} | there are no values",
                "{'vary': {'x': {'valeus': [1]}}} | \"valeus\" is not a known key",
                "{'vary': {'x': {'distribution': 'logn', 'mean': 1}}} | \"logn\" is not a distribution",
                "{'vary': {'x': {'distribution': 'normal', 'mean': 1}}} | neither of \"sd\" and \"cv\"",
                "{'vary': {'x': {'distribution': 'normal', 'mean': 1, 'sd': -1}}} | not a positive number: -1.0",
                "{'vary': {'x': {'from': '1 mg', 'to': '2 h', 'count': 2}}} | \"2 h\" does not measure the same",
                "{'vary': {'x': [1]}, 'design': 'lsh'} | (did you mean \"lhs\"?)",
                "{'vary': {'x': [1]}, 'design': 'lhs'} | \"samples\" is missing",
                "{'vary': {'x': [1]}, 'seed': 1.5} | 1.5 is not a seed",
                "{'vary': {'x': [1]}, 'keep': 'all'} | \"all\" cannot be kept",
                "{'vary': {'x': [1]}, 'correlation': {'x': {'y': 0.5}}} | correlations in a grid",
                "{'vary': {'x': [1]}, 'design':'lhs','samples':9,'correlation':{'x':{'y':0.5}}} | \"y\" is not varied",
                "{'vary': {'x': [1]}, 'design': 'list'} | \"file\" is missing",
            })
    void faultsHaveTheirPlace(String json, String message) throws IOException {
        assertThat(Read.refusedSweep(json)).anyMatch(text -> text.contains(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a=0.1:0.3:41 | sweep.vary.a={\"from\":0.1,\"to\":0.3,\"count\":41}",
                "a=1 mg:5 mg:3:log | sweep.vary.a={\"from\":\"1 mg\",\"to\":\"5 mg\",\"count\":3,\"scale\":\"log\"}",
                "a=1,2,3 | sweep.vary.a={\"values\":[1,2,3]}",
                "a=100 mg,200 mg | sweep.vary.a={\"values\":[\"100 mg\",\"200 mg\"]}",
                "a=auto | sweep.vary.a={\"values\":[\"auto\"]}",
                "a=[1,2],[3] | sweep.vary.a={\"values\":[[1,2],[3]]}",
            })
    void variationsOfACommandLineAreOverrides(String text, String setting) {
        assertThat(VaryText.setting(text)).contains(setting);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a=",
                "=1,2",
                "a=0.1:0.3",
                "a=0.1:0.3:2.5",
                "a=0.1:0.3:4:lgo",
                "a=1 mg:2 mg",
                "a=-1:2:3:4:5",
                "a=1e-5:5e-2:log",
            })
    void whatIsNoVariationIsNone(String text) {
        assertThat(VaryText.setting(text)).isEmpty();
    }

    @Test
    void valuesAsShownAreValuesAsSet() {
        Variation variation = new Variation("x", "", new Spread.Uniform(0, 1));
        assertThat(SweepCells.setting(variation, 0.1 + 0.2)).isEqualTo("x=0.30000000000000004");
        assertThat(Double.parseDouble("0.30000000000000004")).isCloseTo(0.1 + 0.2, within(0.0));
    }

    @Test
    void manifestsAreReadBack() throws IOException {
        Json tree = JsonReader.parse("{\"a\": [1e5, \"x\"]}", "m", problems).orElseThrow();
        Manifest manifest = new Manifest(
                "1",
                List.of(),
                "sha256:1",
                7,
                new org.immunoedit.sweep.Shard(2, 3),
                true,
                java.util.Map.of(),
                java.util.Map.of(),
                java.util.Map.of("T", "cell"),
                List.of("results.csv"),
                tree,
                tree);
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        manifest.writeTo(out);
        Manifest found = Manifest.read(out.toByteArray()).orElseThrow();
        assertThat(found.digest()).isEqualTo("sha256:1");
        assertThat(found.shard()).isEqualTo(manifest.shard());
        assertThat(found.points()).isEqualTo(7);
        assertThat(found.columns()).isEqualTo(manifest.columns());
        assertThat(JsonText.compact(found.document())).isEqualTo("{\"a\":[1e5,\"x\"]}");
        assertThat(Manifest.read("{}".getBytes(UTF_8))).isEmpty();
        assertThat(Manifest.shard("0/3")).isEmpty();
        assertThat(Manifest.shard("4/3")).isEmpty();
    }

    private Optional<SweepPlan> read(String text) throws IOException {
        return Read.sweep(text, table, problems);
    }

    private static List<String> settings(SweepPlan plan, double[] point) {
        List<String> settings = new ArrayList<>();
        for (int j = 0; j < point.length; j++) {
            settings.add(SweepCells.setting(plan.variations().get(j), point[j]));
        }
        return settings;
    }
}
