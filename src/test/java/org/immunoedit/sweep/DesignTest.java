package org.immunoedit.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesignTest {
    private static final Variation A = new Variation("a", "", new Spread.Uniform(0, 1));
    private static final Variation B = new Variation("b", "", new Spread.Uniform(0, 1));
    private static final Variation C = new Variation("c", "", new Spread.Normal(0, 1));

    @Test
    void lastNameOfAGridIsFastest() {
        Variation x = levels("x", 1, 2);
        Variation y = levels("y", 10, 20, 30);
        Grid grid = new Grid(List.of(x, y), 1000, 1);
        assertThat(grid.size()).isEqualTo(6);
        assertThat(all(grid))
                .containsExactly(
                        List.of(1.0, 10.0),
                        List.of(1.0, 20.0),
                        List.of(1.0, 30.0),
                        List.of(2.0, 10.0),
                        List.of(2.0, 20.0),
                        List.of(2.0, 30.0));
    }

    @Test
    void aDistributionInAGridIsDrawnForEachSampleOfEachCell() {
        Grid grid = new Grid(List.of(levels("x", 1, 2), A), 3, 7);
        List<List<Double>> points = all(grid);
        assertThat(points.stream().map(p -> p.get(0))).containsExactly(1.0, 1.0, 1.0, 2.0, 2.0, 2.0);
        assertThat(points.stream().map(p -> p.get(1)).distinct()).hasSize(6);
    }

    @Test
    void aGridTooLargeToCountIsRefused() {
        List<Double> many =
                IntStream.range(0, 100_000).mapToObj(i -> (double) i).toList();
        Variation wide = new Variation("x", "", new Spread.Levels(many, List.of()));
        assertThatThrownBy(() -> new Grid(List.of(wide, wide, wide, wide), 1, 1))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aDrawDependsOnSeedPointAndNameOnly() {
        Design alone = Sample.random(List.of(B), 10, 1, Optional.empty());
        Design among = Sample.random(List.of(A, B, C), 1000, 1, Optional.empty());
        Design otherSeed = Sample.random(List.of(B), 10, 2, Optional.empty());
        for (int point = 0; point < 10; point++) {
            assertThat(among.at(point)[1]).isEqualTo(alone.at(point)[0]);
            assertThat(otherSeed.at(point)[0]).isNotEqualTo(alone.at(point)[0]);
        }
    }

    @Test
    void drawsStayTheSameFromVersionToVersion() {
        Draws draws = new Draws(1, "parameters.a");
        assertThat(draws.bits(0)).isEqualTo(145526327565213781L);
    }

    @Test
    void randomDrawsAreUniformAndIndependent() {
        int n = 20_000;
        Design design = Sample.random(List.of(A, B), n, 5, Optional.empty());
        double mean = 0;
        double product = 0;
        for (int i = 0; i < n; i++) {
            double[] p = design.at(i);
            mean += p[0] / n;
            product += (p[0] - 0.5) * (p[1] - 0.5) * 12 / n;
        }
        assertThat(mean).isCloseTo(0.5, within(4 / Math.sqrt(12.0 * n)));
        assertThat(product).isCloseTo(0, within(4 / Math.sqrt(n)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100})
    void aLatinHypercubeHasOneValueInEachShare(int n) {
        Design design = Sample.latin(List.of(A, B), n, 3, Optional.empty());
        for (int j = 0; j < 2; j++) {
            int name = j;
            assertThat(IntStream.range(0, n)
                            .map(i -> (int) (design.at(i)[name] * n))
                            .sorted())
                    .containsExactlyElementsOf(IntStream.range(0, n).boxed().toList());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 99})
    void aScrambledSobolSequenceCoversAllDyadicBoxes(long seed) {
        // the first two dimensions are a (0, 2)-sequence: 2^m points have one in each box of volume 2^-m
        Design design = Sample.sobol(List.of(A, B), 256, seed, Optional.empty());
        for (int k = 0; k <= 8; k++) {
            int wide = 1 << k;
            int high = 256 / wide;
            assertThat(IntStream.range(0, 256)
                            .map(i -> (int) (design.at(i)[0] * wide) * high + (int) (design.at(i)[1] * high))
                            .sorted())
                    .containsExactlyElementsOf(IntStream.range(0, 256).boxed().toList());
        }
    }

    @Test
    void everySobolDimensionIsStratified() {
        List<Variation> names = IntStream.range(0, Sobol.MOST_NAMES)
                .mapToObj(j -> new Variation("x" + j, "", new Spread.Uniform(0, 1)))
                .toList();
        Design design = Sample.sobol(names, 64, 1, Optional.empty());
        for (int j = 0; j < names.size(); j++) {
            int name = j;
            assertThat(IntStream.range(0, 64)
                            .map(i -> (int) (design.at(i)[name] * 64))
                            .distinct())
                    .hasSize(64);
        }
        List<Variation> more = new ArrayList<>(names);
        more.add(A);
        assertThatThrownBy(() -> Sample.sobol(more, 64, 1, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A shift of digits would flip the same bits of all points; Owen's flips depend on the bits above. */
    @Test
    void scramblingIsNoShift() {
        Design one = Sample.sobol(List.of(A), 64, 1, Optional.empty());
        Design other = Sample.sobol(List.of(A), 64, 2, Optional.empty());
        assertThat(IntStream.range(0, 64)
                        .map(i -> (int) (one.at(i)[0] * 64) ^ (int) (other.at(i)[0] * 64))
                        .distinct()
                        .count())
                .isGreaterThan(4);
    }

    /** Within its share of the range a point lies anywhere. */
    @ParameterizedTest
    @ValueSource(strings = {"lhs", "sobol"})
    void pointsLieAnywhereWithinTheirShare(String kind) {
        int n = 512;
        double shares = kind.equals("lhs") ? n : 0x1p32;
        Design design = kind.equals("lhs")
                ? Sample.latin(List.of(A), n, 1, Optional.empty())
                : Sample.sobol(List.of(A), n, 1, Optional.empty());
        double[] within = IntStream.range(0, n)
                .mapToDouble(i -> design.at(i)[0] * shares)
                .map(x -> x - Math.floor(x))
                .sorted()
                .toArray();
        for (int i = 0; i < n; i++) {
            // Kolmogorov and Smirnov: farther off once in 1e5
            assertThat(within[i]).isCloseTo((i + 0.5) / n, within(2.5 / Math.sqrt(n)));
        }
    }

    @Test
    void sobolIntegratesBetterThanChance() {
        int n = 1024;
        Design design = Sample.sobol(List.of(A, B), n, 4, Optional.empty());
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double[] p = design.at(i);
            sum += p[0] * p[0] * Math.exp(p[1]) / n;
        }
        assertThat(sum).isCloseTo((Math.E - 1) / 3, within(5e-4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"random", "lhs", "sobol"})
    void ranksCorrelateAsWanted(String kind) {
        int n = 4096;
        List<List<Double>> ranks = List.of(List.of(1.0, 0.7, 0.0), List.of(0.7, 1.0, -0.4), List.of(0.0, -0.4, 1.0));
        Optional<Correlation> wanted = Correlation.of(ranks);
        assertThat(wanted).isPresent();
        List<Variation> names = List.of(A, B, C);
        Design design = switch (kind) {
            case "random" -> Sample.random(names, n, 1, wanted);
            case "lhs" -> Sample.latin(names, n, 1, wanted);
            default -> Sample.sobol(names, n, 1, wanted);
        };
        // Pearson's correlation of 0.7 between normal scores would make ranks correlate by 0.683
        double chance = kind.equals("random") ? 4 / Math.sqrt(n) : 0.01;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(spearman(design, n, i, j)).isCloseTo(ranks.get(i).get(j), within(chance));
            }
        }
    }

    /** Of few points, too: what correlates by chance is taken out. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void ranksOfFewPointsOfAHypercubeCorrelateAsWanted(long seed) {
        Optional<Correlation> wanted = Correlation.of(List.of(List.of(1.0, 0.5), List.of(0.5, 1.0)));
        Design design = Sample.latin(List.of(A, B), 40, seed, wanted);
        assertThat(spearman(design, 40, 0, 1)).isCloseTo(0.5, within(0.08));
    }

    @Test
    void aCorrelatedHypercubeIsStillOne() {
        Optional<Correlation> wanted = Correlation.of(List.of(List.of(1.0, 0.9), List.of(0.9, 1.0)));
        Design design = Sample.latin(List.of(A, B), 50, 3, wanted);
        assertThat(IntStream.range(0, 50).map(i -> (int) (design.at(i)[1] * 50)).distinct())
                .hasSize(50);
    }

    @Test
    void correlationsThatCannotHoldTogetherAreRefused() {
        assertThat(Correlation.of(List.of(List.of(1.0, 0.9, -0.9), List.of(0.9, 1.0, 0.9), List.of(-0.9, 0.9, 1.0))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7, 100, 1_000_003})
    void shardsAreThePlan(long points) {
        long next = 0;
        for (int number = 1; number <= 7; number++) {
            Shard shard = new Shard(number, 7);
            assertThat(shard.first(points)).isEqualTo(next);
            next = shard.end(points);
            assertThat(next - shard.first(points)).isBetween(points / 7, points / 7 + 1);
        }
        assertThat(next).isEqualTo(points);
    }

    private static Variation levels(String path, Double... values) {
        return new Variation(path, "", new Spread.Levels(List.of(values), List.of()));
    }

    private static Variation levels(String path, int... values) {
        return levels(path, IntStream.of(values).mapToObj(v -> (double) v).toArray(Double[]::new));
    }

    private static List<List<Double>> all(Design design) {
        List<List<Double>> points = new ArrayList<>();
        for (long i = 0; i < design.size(); i++) {
            points.add(java.util.Arrays.stream(design.at(i)).boxed().toList());
        }
        return points;
    }

    private static double spearman(Design design, int n, int i, int j) {
        int[] a = ranks(design, n, i);
        int[] b = ranks(design, n, j);
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += Math.pow(a[k] - b[k], 2);
        }
        return 1 - 6 * sum / ((double) n * ((double) n * n - 1));
    }

    private static int[] ranks(Design design, int n, int name) {
        double[] values =
                IntStream.range(0, n).mapToDouble(k -> design.at(k)[name]).toArray();
        Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        java.util.Arrays.sort(order, (x, y) -> Double.compare(values[x], values[y]));
        int[] ranks = new int[n];
        for (int rank = 0; rank < n; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }
}
