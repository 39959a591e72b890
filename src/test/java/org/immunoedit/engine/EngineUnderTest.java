package org.immunoedit.engine;

import java.util.BitSet;
import org.immunoedit.ode.Engine;
import org.immunoedit.ode.Formulas;
import org.immunoedit.ode.Guards;
import org.immunoedit.ode.Limits;
import org.immunoedit.ode.Tolerances;

/** The engine a contract is checked on, and what contracts share. */
interface EngineUnderTest {
    /** Name of the method under test. */
    String method();

    default Engine engine(Tolerances tolerances) {
        return Methods.named(method()).orElseThrow().engine(tolerances, Limits.DEFAULT);
    }

    default Engine engine(int dimension) {
        return engine(Tolerances.uniform(dimension, 1e-9, 1e-12));
    }

    /** One switching function. */
    interface Guard {
        double value(double t, double[] y);
    }

    static Guards guards(BitSet above, Guard... each) {
        Formulas formulas = new Formulas() {
            @Override
            public int size() {
                return each.length;
            }

            @Override
            public void evaluate(double t, double[] y, double[] values) {
                for (int k = 0; k < each.length; k++) {
                    values[k] = each[k].value(t, y);
                }
            }
        };
        return new Guards(formulas, above);
    }

    static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        for (int i : set) {
            bits.set(i);
        }
        return bits;
    }
}
