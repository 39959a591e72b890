package org.immunoedit.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.immunoedit.analysis.EquilibriumSearch.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquilibriumSearchTest {
    private static EquilibriumSearch kuznetsov(double s) {
        return new EquilibriumSearch(new Field(Systems.kuznetsov(s), 0), new boolean[2]);
    }

    @ParameterizedTest
    @CsvSource({
        "3e5,   0,   315534,  0,          saddle",
        "1.6e6, 8e6, 1608110, 8186382,    stable spiral",
        "7.6e5, 2.7e8, 758509, 2.680227e8, saddle",
        "1.7e5, 4.5e8, 173212.5, 4.470258e8, stable node"
    })
    void findsTheFourStatesOfKuznetsov(double e0, double t0, double e, double t, String stability) {
        Equilibrium found = kuznetsov(1.3e4).near(List.of(e0, t0)).orElseThrow();
        assertThat(found.state().get(0)).isCloseTo(e, withinPercentage(1e-4));
        assertThat(found.state().get(1)).isCloseTo(t, withinPercentage(1e-4));
        assertThat(found.spectrum().stability()).hasToString(stability);
    }

    @Test
    void aPopulationThatIsGoneIsExactlyZero() {
        assertThat(kuznetsov(1.3e4).near(List.of(1e5, 0.0)).orElseThrow().state().get(1)).isZero();
    }

    @Test
    void eigenvaluesOfTheDormantState() {
        Eigenvalue first = kuznetsov(1.3e4)
                .near(List.of(1.6e6, 8e6))
                .orElseThrow()
                .spectrum()
                .eigenvalues()
                .get(0);
        assertThat(first.real()).isCloseTo(-0.005516, withinPercentage(0.02));
        assertThat(Math.abs(first.imaginary())).isCloseTo(0.06342, withinPercentage(0.02));
    }

    @ParameterizedTest
    @CsvSource({"1.3e4, 4, 2", "3e4, 2, 1"})
    void findsAllOfThemFromManyStarts(double s, int all, long stable) {
        List<Equilibrium> found = kuznetsov(s).all(List.of(new Range(1e4, 1e7), new Range(1e4, 1e9)));
        assertThat(found).hasSize(all);
        assertThat(found.stream().filter(e -> e.spectrum().stability().isStable()))
                .hasSize((int) stable);
    }

    @Test
    void theSearchGivesTheSameEachTime() {
        List<Range> ranges = List.of(new Range(1e4, 1e7), new Range(1e4, 1e9));
        assertThat(kuznetsov(1.3e4).all(ranges)).isEqualTo(kuznetsov(1.3e4).all(ranges));
    }

    @Test
    void whatIsConservedIsKept() {
        EquilibriumSearch search = new EquilibriumSearch(new Field(Systems.exchange(), 0), new boolean[2]);
        Equilibrium found = search.near(List.of(10.0, 90.0)).orElseThrow();
        assertThat(found.state().get(0)).isCloseTo(75, withinPercentage(1e-9));
        assertThat(found.state().get(1)).isCloseTo(25, withinPercentage(1e-9));
        assertThat(found.spectrum().neutral()).isEqualTo(1);
        assertThat(found.spectrum().stability()).isEqualTo(Stability.STABLE_NODE);
    }
}
