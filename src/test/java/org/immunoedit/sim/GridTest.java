package org.immunoedit.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times of rows, and when two times are one. */
class GridTest {
    private static List<Double> times(Grid grid) {
        return IntStream.range(0, grid.size()).mapToObj(grid::time).toList();
    }

    @Test
    void everySoOftenAndAtTheEnd() {
        assertThat(times(Grid.every(0, 9, 3))).containsExactly(0.0, 3.0, 6.0, 9.0);
        assertThat(times(Grid.every(0, 10, 3))).containsExactly(0.0, 3.0, 6.0, 9.0, 10.0);
        assertThat(times(Grid.every(-2, 1, 1))).containsExactly(-2.0, -1.0, 0.0, 1.0);
        assertThat(times(Grid.every(2, 3, 5))).containsExactly(2.0, 3.0);
    }

    @Test
    void theEndIsTheEndWhateverRounding() {
        // 3·0.1 is above 0.3, and 4.9/0.7 is below 7
        assertThat(times(Grid.every(0, 0.3, 0.1))).containsExactly(0.0, 0.1, 0.2, 0.3);
        assertThat(times(Grid.every(0, 4.9, 0.7))).hasSize(8).endsWith(4.9);
        assertThat(times(Grid.every(0, 4.9, 0.7)).get(6)).isEqualTo(6 * 0.7);
        for (int n = 1; n < 2000; n++) {
            Grid grid = Grid.every(0, n / 10.0, 0.1);
            assertThat(grid.size()).isEqualTo(n + 1);
            assertThat(grid.time(n)).isEqualTo(n / 10.0);
        }
    }

    @Test
    void moreRowsThanCanBeCountedAreRefused() {
        assertThat(Grid.every(0, 2_147_483_646, 1).size()).isEqualTo(Integer.MAX_VALUE);
        assertThatThrownBy(() -> Grid.every(0, 2_147_483_647.0, 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Grid.every(0, 1e300, 1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void pointsIncludeBothEnds() {
        assertThat(times(Grid.points(1, 2, 5))).containsExactly(1.0, 1.25, 1.5, 1.75, 2.0);
        assertThat(times(Grid.points(1, 2, 2))).containsExactly(1.0, 2.0);
        assertThat(times(Grid.points(1, 2, 1))).containsExactly(2.0);
    }

    @Test
    void givenTimesStayAsTheyAre() {
        assertThat(times(Grid.at(List.of(0.5, 0.75, 3.0)))).containsExactly(0.5, 0.75, 3.0);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, true",
        "0.3, 0.30000000000000004, true",
        "1, 1.0000000000000018, true", // eight roundings
        "1, 1.000000000000002, false", // nine
        "-1, -1.0000000000000018, true",
        "-1, 1, false",
        "1, 0, false",
        "1e-300, 0, false",
        "Infinity, Infinity, false",
        "1, Infinity, false",
        "NaN, NaN, false"
    })
    void timesAFewRoundingsApartAreOne(double a, double b, boolean same) {
        assertThat(Times.same(a, b)).isEqualTo(same);
        assertThat(Times.same(b, a)).isEqualTo(same);
    }
}
