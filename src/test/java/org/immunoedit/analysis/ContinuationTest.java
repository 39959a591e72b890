package org.immunoedit.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.immunoedit.analysis.Crossing.Kind;
import org.junit.jupiter.api.Test;

class ContinuationTest {
    private static Crossing follow(Kind kind, Family family, List<Double> near, double from, double to) {
        Equilibrium start = new EquilibriumSearch(new Field(family.at(from), 0), new boolean[near.size()])
                .near(near)
                .orElseThrow();
        List<Double> typical = near.stream().map(v -> v == 0 ? 1.0 : v).toList();
        return new Continuation(family, 0, typical, from, to).first(kind, start);
    }

    @Test
    void foldOfTheLargeTumor() {
        Crossing fold =
                follow(Kind.FOLD, c -> Systems.kirschnerPanetta(c, 0), List.of(2e6, 9.9e8, 1e6), 5e-5, 2e-4);
        assertThat(fold.at().orElseThrow()).isCloseTo(8.55204e-5, withinPercentage(1e-4));
    }

    @Test
    void hopfOfTheSmallTumorFromBothSides() {
        Family family = c -> Systems.kirschnerPanetta(c, 0);
        Crossing up = follow(Kind.HOPF, family, List.of(25000.0, 37000.0, 12000.0), 0.02, 0.05);
        Crossing down = follow(Kind.HOPF, family, List.of(20000.0, 12000.0, 9300.0), 0.05, 0.02);
        assertThat(up.at().orElseThrow()).isCloseTo(0.0324644, withinPercentage(2e-4));
        assertThat(down.at().orElseThrow()).isCloseTo(up.at().orElseThrow(), withinPercentage(1e-7));
    }

    /** Exactly r2 g2 mu2/a. */
    @Test
    void transcriticalOfTheTumorFreeState() {
        Crossing crossing = follow(
                Kind.TRANSCRITICAL, s1 -> Systems.kirschnerPanetta(0.035, s1), List.of(10000.0, 0.0, 0.0), 300, 800);
        assertThat(crossing.at().orElseThrow()).isCloseTo(540, withinPercentage(1e-6));
        assertThat(crossing.equilibrium().orElseThrow().state().get(1)).isZero();
    }

    /** Exactly a d/n. */
    @Test
    void transcriticalOfKuznetsov() {
        Crossing crossing = follow(Kind.TRANSCRITICAL, Systems::kuznetsov, List.of(3e5, 0.0), 1e4, 1e5);
        assertThat(crossing.at().orElseThrow()).isCloseTo(0.18 * 0.0412 / 1.101e-7, withinPercentage(1e-6));
    }

    @Test
    void oneKindIsNotTakenForAnother() {
        Family family = c -> Systems.kirschnerPanetta(c, 0);
        Crossing none = follow(Kind.TRANSCRITICAL, family, List.of(25000.0, 37000.0, 12000.0), 0.02, 0.05);
        assertThat(none.at()).isEmpty();
        assertThat(none.complete()).isTrue();
        assertThat(follow(Kind.FOLD, family, List.of(25000.0, 37000.0, 12000.0), 0.02, 0.05)
                        .at())
                .isEmpty();
    }

    @Test
    void nothingIsFoundBeforeItsPlace() {
        Crossing none = follow(
                Kind.TRANSCRITICAL, s1 -> Systems.kirschnerPanetta(0.035, s1), List.of(10000.0, 0.0, 0.0), 300, 539);
        assertThat(none.at()).isEmpty();
        assertThat(none.complete()).isTrue();
    }

    @Test
    void boundariesAreBisected() {
        assertThat(Boundary.between(1, 1e6, 1e-9, v -> v > 12345.678).orElseThrow())
                .isCloseTo(12345.678, withinPercentage(1e-6));
        assertThat(Boundary.between(10, -5, 1e-9, v -> v < 2.5).orElseThrow())
                .isCloseTo(2.5, withinPercentage(1e-6));
        assertThat(Boundary.between(1, 2, 1e-9, v -> v > 3)).isEmpty();
    }
}
