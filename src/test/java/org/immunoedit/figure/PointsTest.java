package org.immunoedit.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PointsTest {
    @Test
    void thinningKeepsPeaksEndsAndGaps() {
        double[] x = IntStream.range(0, 10_000).mapToDouble(i -> i).toArray();
        double[] y = new double[x.length];
        y[4321] = 7;
        y[777] = -3;
        y[5050] = Double.NaN;
        Points few = Points.of(x, y).thinned(50);
        assertThat(few.size()).isLessThan(200);
        assertThat(few.x(0)).isZero();
        assertThat(few.x(few.size() - 1)).isEqualTo(9999);
        assertThat(few.values()).contains(7, -3);
        assertThat(IntStream.range(0, few.size()).mapToDouble(few::y)).contains(Double.NaN);
        assertThat(IntStream.range(1, few.size()).allMatch(i -> few.x(i) > few.x(i - 1)))
                .isTrue();
        assertThat(Points.of(x, y).thinned(3000).size()).isEqualTo(10_000);
    }

    @Test
    void knowsWhatDoesNotChange() {
        assertThat(points(1, 1, Double.NaN).isConstant()).isTrue();
        assertThat(points(1, 2).isConstant()).isFalse();
        assertThat(points(1, Double.NaN).sameAs(points(1, Double.NaN))).isTrue();
        assertThat(points(1, 2).sameAs(points(1, 3))).isFalse();
        assertThatThrownBy(() -> Points.of(new double[2], new double[3])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLogarithmicRangeEndsAtDecadesAndKeepsAPlaceForZero() {
        Scale scale = Range.of(List.of(points(0, 3, 2e5))).log(Double.NaN);
        assertThat(scale).isEqualTo(new Scale(Scale.Kind.LOG, 1, 1e6, "0", List.of()));
        assertThat(Range.of(List.of(points(3, 1e5))).log(Double.NaN)).isEqualTo(Scale.log(1, 1e5));
        Scale clipped = Range.of(List.of(points(1e-9, 3, 2e5))).log(0.1);
        assertThat(clipped.floor()).isEqualTo("<10⁻¹");
        assertThat(clipped.from()).isEqualTo(0.1);
        assertThat(Range.of(List.of(points(5, 5))).log(Double.NaN)).isEqualTo(Scale.log(1, 10));
    }

    @Test
    void aRangeReachesToLevelsThatAreNear() {
        Range range = Range.of(List.of(points(1e4, 1e6)));
        assertThat(range.reaching(List.of(1.0, 5e7)).log(Double.NaN)).isEqualTo(Scale.log(1e4, 1e8));
        assertThat(range.reaching(List.of(1e3)).log(Double.NaN)).isEqualTo(Scale.log(1e3, 1e6));
    }

    @Test
    void aLinearRangeStartsAtZeroWhenThatIsNear() {
        assertThat(Range.of(List.of(points(1, 10))).linear().from()).isZero();
        assertThat(Range.of(List.of(points(9, 10))).linear().from()).isBetween(8.9, 9.0);
        assertThat(Range.of(List.of(points(-1, 1))).linear()).isEqualTo(Scale.linear(-1.1, 1.1));
        assertThat(Range.of(List.of(points(0, 0))).linear().to()).isPositive();
    }

    @Test
    void widthIsAMatterOfFactors() {
        assertThat(Range.haveUnlikeTops(List.of(points(0, 1), points(0, 99)))).isFalse();
        assertThat(Range.haveUnlikeTops(List.of(points(0, 1), points(0, 101)))).isTrue();
        assertThat(Range.of(List.of(points(0, 1, 101))).isWide()).isTrue();
        assertThat(Range.of(List.of(points(-1, 1000))).allowsLog()).isFalse();
        assertThat(Range.of(List.of(points(0, 0))).allowsLog()).isFalse();
    }

    static Points points(double... y) {
        double[] x = new double[y.length];
        Arrays.setAll(x, i -> i);
        return Points.of(x, y);
    }
}
