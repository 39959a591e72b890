package org.immunoedit.analysis;

import java.util.Arrays;
import java.util.Optional;
import org.immunoedit.ode.OdeSystem;

/**
 * The vector field of a system at one instant.
 *
 * @param time the instant, for systems that depend on time (model time)
 */
public record Field(OdeSystem system, double time) {
    int dimension() {
        return system.dimension();
    }

    double[] rates(double[] x) {
        double[] rates = new double[x.length];
        system.rates(time, x, rates);
        return rates;
    }

    double[][] jacobian(double[] x) {
        double[][] jacobian = new double[x.length][x.length];
        system.jacobian(time, x, jacobian);
        return jacobian;
    }

    /** The state as an equilibrium with its eigenvalues; empty if these are not finite. */
    Optional<Equilibrium> equilibrium(double[] x) {
        return Spectrum.of(jacobian(x))
                .map(spectrum -> new Equilibrium(Arrays.stream(x).boxed().toList(), spectrum));
    }
}
