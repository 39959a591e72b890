package org.immunoedit.protocol;

import java.util.Optional;
import org.immunoedit.model.Literal;
import org.immunoedit.unit.Quantity;
import org.immunoedit.unit.Unit;

/**
 * The size of a patient in checked quantities.
 *
 * @param weight a positive mass
 * @param surface a positive area
 */
record Body(Optional<Quantity> weight, Optional<Quantity> surface) {
    /** Reads a patient; what cannot be used is reported and counts as unknown. */
    static Body of(Patient patient, Faults faults) {
        return new Body(
                patient.weight().flatMap(literal -> measured(literal, Wording.KILOGRAM, faults)),
                patient.surface().flatMap(literal -> measured(literal, Wording.SQUARE_METER, faults)));
    }

    private static Optional<Quantity> measured(Literal literal, Unit unit, Faults faults) {
        Unit given = literal.unit().orElse(unit);
        if (!given.sameDimension(unit)) {
            String found = Wording.quoted(literal) + " is " + Wording.kind(given) + ", not " + Wording.kind(unit);
            faults.error("unit", literal.place(), found, "a number in " + unit.text());
            return Optional.empty();
        }
        if (!(literal.value() > 0)) {
            faults.error("range", literal.place(), Wording.quoted(literal) + " is not positive", "a positive number");
            return Optional.empty();
        }
        return Optional.of(new Quantity(literal.value(), given));
    }
}
