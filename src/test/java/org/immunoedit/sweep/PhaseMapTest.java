package org.immunoedit.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhaseMapTest {
    private static final Spread.Steps X = new Spread.Steps(new Range(0, 8, false), 9);
    private static final Spread.Steps Y = new Spread.Steps(new Range(1, 100, true), 5);

    @Test
    void theCoarseGridIsTheGrid() {
        PhaseMap map = PhaseMap.coarse(X, Y, 3);
        Grid grid = new Grid(List.of(new Variation("x", "", X), new Variation("y", "", Y)), 1, 1);
        assertThat(points(map)).containsExactlyElementsOf(points(grid));
        assertThat(map.refined(labels(map, p -> "same"))).isEmpty();
        assertThat(map.uniform()).isEqualTo(65 * 33);
    }

    /** A circle, a line and a corner: cells of the finest level are those of the uniform grid, for fewer runs. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void whatIsFoundIsWhatTheUniformGridShows(int shape) {
        Function<double[], String> label = p -> switch (shape) {
            case 0 -> Math.hypot(p[0] - 4, Math.log(p[1]) - 2.3) < 1.9 ? "in" : "out";
            case 1 -> p[0] + Math.log(p[1]) > 6.1 ? "above" : "below";
            case 2 -> p[0] > 3.3 ? p[1] > 12 ? "a" : "b" : "c";
            default -> Math.sin(3 * p[0]) > Math.log10(p[1]) - 1 ? "x" : "y";
        };
        int levels = 4;
        PhaseMap map = refined(PhaseMap.coarse(X, Y, levels), label);
        Spread.Steps fineX = new Spread.Steps(X.range(), 8 * 16 + 1);
        Spread.Steps fineY = new Spread.Steps(Y.range(), 4 * 16 + 1);
        Grid uniform = new Grid(List.of(new Variation("x", "", fineX), new Variation("y", "", fineY)), 1, 1);
        assertThat(map.uniform()).isEqualTo(uniform.size());
        // every point of the map is one of the uniform grid, to the last bit
        Set<List<Double>> all = new HashSet<>(points(uniform));
        assertThat(all).containsAll(points(map));
        Set<List<Double>> known = new HashSet<>(points(map));
        assertThat(known).hasSize(Math.toIntExact(map.size()));
        for (int i = 0; i < fineX.size() - 1; i++) {
            for (int j = 0; j < fineY.size() - 1; j++) {
                List<List<Double>> corners = List.of(
                        List.of(fineX.level(i), fineY.level(j)),
                        List.of(fineX.level(i + 1), fineY.level(j)),
                        List.of(fineX.level(i), fineY.level(j + 1)),
                        List.of(fineX.level(i + 1), fineY.level(j + 1)));
                boolean mixed = corners.stream()
                                .map(c -> label.apply(array(c)))
                                .distinct()
                                .count()
                        > 1;
                assertThat(!mixed || known.containsAll(corners))
                        .as("cell %d, %d", i, j)
                        .isTrue();
            }
        }
        assertThat(map.size()).isLessThan(uniform.size() / (shape == 3 ? 1 : 2));
    }

    @Test
    void neighborsDifferByOneLevelAtMost() {
        PhaseMap map = refined(PhaseMap.coarse(X, Y, 4), p -> p[0] < 3.01 && p[1] < 10.1 ? "a" : "b");
        Map<List<Double>, Integer> levels = new HashMap<>();
        for (long point = 0; point < map.size(); point++) {
            levels.put(list(map.at(point)), map.level(point));
        }
        // on every line of the map two points next to each other are apart by no more than 4 of the smaller gap beside
        for (int axis = 0; axis < 2; axis++) {
            int across = axis;
            Map<Double, List<Double>> lines = new HashMap<>();
            points(map)
                    .forEach(p -> lines.computeIfAbsent(p.get(1 - across), k -> new ArrayList<>())
                            .add(across == 0 ? p.get(0) : Math.log(p.get(1))));
            for (List<Double> line : lines.values()) {
                double[] at = line.stream().mapToDouble(v -> v).sorted().toArray();
                for (int k = 2; k < at.length; k++) {
                    double ratio = (at[k] - at[k - 1]) / (at[k - 1] - at[k - 2]);
                    assertThat(ratio).isBetween(0.249, 4.01);
                }
            }
        }
        assertThat(levels.get(List.of(0.0, 1.0))).isZero();
        assertThat(levels).containsValue(4);
    }

    /** The level of a point is that of the coarsest uniform grid that has it. */
    @Test
    void aPointBelongsToTheCoarsestGridThatHasIt() {
        PhaseMap map = refined(PhaseMap.coarse(X, Y, 3), p -> p[0] + Math.log(p[1]) > 6.1 ? "above" : "below");
        Map<List<Double>, Integer> coarsest = new HashMap<>();
        for (int level = 0; level <= 3; level++) {
            Grid grid = new Grid(
                    List.of(
                            new Variation("x", "", new Spread.Steps(X.range(), (8 << level) + 1)),
                            new Variation("y", "", new Spread.Steps(Y.range(), (4 << level) + 1))),
                    1,
                    1);
            for (List<Double> point : points(grid)) {
                coarsest.putIfAbsent(point, level);
            }
        }
        for (long point = 0; point < map.size(); point++) {
            assertThat(map.level(point)).isEqualTo(coarsest.get(list(map.at(point))));
        }
    }

    @Test
    void aPlanBeginsWithTheOneBefore() {
        PhaseMap map = PhaseMap.coarse(X, Y, 2);
        Optional<PhaseMap> next = map.refined(labels(map, p -> p[0] > 4.5 ? "a" : "b"));
        assertThat(points(next.orElseThrow()).subList(0, 45)).isEqualTo(points(map));
        assertThat(points(next.get()).subList(45, points(next.get()).size()))
                .allMatch(p -> p.get(0) >= 4 && p.get(0) <= 5)
                .isSortedAccordingTo(Comparator.<List<Double>, Double>comparing(p -> p.get(0))
                        .thenComparing(p -> p.get(1)));
        assertThatThrownBy(() -> next.get().refined(List.of("a"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRegionBetweenThePointsOfTheCoarseGridIsNotSeen() {
        PhaseMap map = PhaseMap.coarse(X, Y, 4);
        assertThat(refined(map, p -> Math.abs(p[0] - 4.5) < 0.4 ? "island" : "sea")
                        .size())
                .isEqualTo(map.size());
    }

    @Test
    void aMapTooFineToCountIsRefused() {
        assertThatThrownBy(() -> PhaseMap.coarse(X, Y, 13)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PhaseMap.coarse(new Spread.Steps(X.range(), 1), Y, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PhaseMap refined(PhaseMap coarse, Function<double[], String> label) {
        PhaseMap map = coarse;
        for (Optional<PhaseMap> next = map.refined(labels(map, label));
                next.isPresent();
                next = map.refined(labels(map, label))) {
            map = next.get();
        }
        return map;
    }

    private static List<String> labels(Design design, Function<double[], String> label) {
        return LongStream.range(0, design.size())
                .mapToObj(point -> label.apply(design.at(point)))
                .toList();
    }

    private static List<List<Double>> points(Design design) {
        return LongStream.range(0, design.size())
                .mapToObj(point -> list(design.at(point)))
                .toList();
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(v -> v).toArray();
    }
}
