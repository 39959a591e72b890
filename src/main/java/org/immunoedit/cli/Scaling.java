package org.immunoedit.cli;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.immunoedit.model.Equations;
import org.immunoedit.ode.Tolerances;
import org.immunoedit.protocol.Timeline;
import org.immunoedit.sim.Scales;

/**
 * How tolerances follow from where a run starts.
 *
 * @param equations what is integrated
 * @param doses all that may be given
 * @param relative relative tolerance
 * @param given absolute tolerances that the scenario gives, by state; the others are chosen
 */
record Scaling(Equations equations, List<Timeline.Dose> doses, double relative, List<OptionalDouble> given) {
    Scaling {
        doses = List.copyOf(doses);
        given = List.copyOf(given);
    }

    /** The same with other doses. */
    Scaling with(List<Timeline.Dose> others) {
        return new Scaling(equations, others, relative, given);
    }

    /** The tolerances of a run with these initial values. */
    Tolerances from(double[] initial) {
        double[] absolute = Scales.tolerances(equations, initial, doses, relative);
        Arrays.setAll(absolute, i -> given.get(i).orElse(absolute[i]));
        boolean[] signed = new boolean[absolute.length];
        for (int i = 0; i < signed.length; i++) {
            signed[i] = equations.states().get(i).signed();
        }
        return new Tolerances(relative, absolute, signed);
    }
}
