package org.immunoedit.protocol;

import java.util.Optional;
import org.immunoedit.model.Literal;

/**
 * The person who is dosed.
 *
 * @param weight body weight, a mass; a bare number is in kg
 * @param surface body surface area; a bare number is in m^2
 */
public record Patient(Optional<Literal> weight, Optional<Literal> surface) {
    /** Nothing known: doses per kg or per m^2 are errors. */
    public static final Patient UNKNOWN = new Patient(Optional.empty(), Optional.empty());
}
