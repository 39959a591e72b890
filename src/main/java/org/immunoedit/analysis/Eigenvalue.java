package org.immunoedit.analysis;

/**
 * An eigenvalue of a Jacobian.
 *
 * @param real rate of growth (1/model time)
 * @param imaginary angular frequency (1/model time); 0 for a real eigenvalue
 */
public record Eigenvalue(double real, double imaginary) {
    /** Whether it belongs to a pair that turns. */
    public boolean isComplex() {
        return imaginary != 0;
    }

    /** Its distance from 0 (1/model time). */
    public double size() {
        return Math.hypot(real, imaginary);
    }
}
