package org.immunoedit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.immunoedit.ode.Formulas;
import org.immunoedit.ode.Guards;
import org.junit.jupiter.api.Test;

class CrossingsTest {
    /** A step may be as short as the resolution of time, so that samples within it fall onto its start. */
    @Test
    void aCrossingAtTheStartOfTheShortestStepIsFound() {
        Formulas distance = new Formulas() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public void evaluate(double t, double[] y, double[] values) {
                values[0] = y[0];
            }
        };
        BitSet above = new BitSet();
        above.set(0);
        Crossings crossings = new Crossings(1);
        crossings.watch(new Guards(distance, above));

        double first = crossings.first(1, Math.nextUp(1.0), (t, into) -> into[0] = -1);

        assertThat(first).isEqualTo(1);
    }
}
