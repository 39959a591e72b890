package org.immunoedit.protocol;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunoedit.model.Literal;
import org.immunoedit.problem.Place;
import org.immunoedit.protocol.Targets.Target;
import org.immunoedit.unit.Quantity;
import org.immunoedit.unit.Unit;

/**
 * Turns doses as written into numbers of the state that receives them.
 *
 * <p>A text may name an amount, an amount per body weight or per body surface, each in the kind of unit of the agent
 * or, through the agent's potency, in international units for a mass and the other way round. {@code mg/kg} has no
 * dimension; that it is per body weight is decided by its text.
 */
final class Amounts {
    private final Patient patient;
    private final Body body;
    private final Unit time;
    private final Faults faults;

    Amounts(Patient patient, Unit time, Faults faults) {
        this.patient = patient;
        this.body = Body.of(patient, faults);
        this.time = time;
        this.faults = faults;
    }

    /** What an amount is counted by. */
    private enum Basis {
        DOSE(Unit.ONE, "", ""),
        WEIGHT(Wording.KILOGRAM, "weight", "\"weight\": \"70 kg\""),
        SURFACE(Wording.SQUARE_METER, "bsa", "\"bsa\": \"1.8 m^2\"");

        private final Unit size;
        private final String key;
        private final String example;

        Basis(Unit size, String key, String example) {
            this.size = size;
            this.key = key;
            this.example = example;
        }
    }

    /** The amount of one dose in the unit of the state; empty after an error. */
    OptionalDouble amount(Literal literal, Target target) {
        return converted(literal, target, Unit.ONE);
    }

    /** The rate of an infusion in the unit of the state per time unit of the model; empty after an error. */
    OptionalDouble rate(Literal literal, Target target) {
        return converted(literal, target, time);
    }

    /** Reads an amount per {@code per}, which is 1 or the unit of time. */
    private OptionalDouble converted(Literal literal, Target target, Unit per) {
        Unit wanted = target.unit().per(per);
        Quantity written = new Quantity(literal.value(), literal.unit().orElse(wanted));
        Optional<Basis> basis = basis(written.unit(), wanted, target.potency());
        if (basis.isEmpty()) {
            mismatch(literal, wanted);
            return OptionalDouble.empty();
        }
        Optional<Quantity> size = size(basis.get());
        if (size.isEmpty()) {
            missing(basis.get(), literal);
            return OptionalDouble.empty();
        }
        Unit state = target.stateUnit().per(per);
        OptionalDouble arrived = exchanged(product(written, size.get()), state, target.potency());
        if (arrived.isEmpty()) {
            noWay(literal.place(), target);
        }
        return arrived;
    }

    private static Optional<Basis> basis(Unit written, Unit wanted, Optional<Quantity> potency) {
        boolean perWeight = Wording.perWeight(written) && !Wording.perWeight(wanted);
        return Arrays.stream(Basis.values())
                .filter(basis -> basis != Basis.DOSE || !(perWeight && written.sameDimension(wanted)))
                .filter(basis -> exchanged(new Quantity(1, written.times(basis.size)), wanted, potency)
                        .isPresent())
                .findFirst();
    }

    private Optional<Quantity> size(Basis basis) {
        return switch (basis) {
            case DOSE -> Optional.of(new Quantity(1, Unit.ONE));
            case WEIGHT -> body.weight();
            case SURFACE -> body.surface();
        };
    }

    private static Quantity product(Quantity a, Quantity b) {
        return new Quantity(a.value() * b.value(), a.unit().times(b.unit()));
    }

    /** The value in another unit, through the potency if need be. */
    private static OptionalDouble exchanged(Quantity quantity, Unit to, Optional<Quantity> potency) {
        if (quantity.unit().sameDimension(to)) {
            return OptionalDouble.of(quantity.in(to));
        }
        if (potency.isEmpty()) {
            return OptionalDouble.empty();
        }
        Quantity times = product(quantity, potency.get());
        Quantity per = new Quantity(
                quantity.value() / potency.get().value(),
                quantity.unit().per(potency.get().unit()));
        return times.unit().sameDimension(to)
                ? OptionalDouble.of(times.in(to))
                : per.unit().sameDimension(to) ? OptionalDouble.of(per.in(to)) : OptionalDouble.empty();
    }

    private void missing(Basis basis, Literal literal) {
        boolean given = basis == Basis.WEIGHT
                ? patient.weight().isPresent()
                : patient.surface().isPresent();
        if (!given && !faults.hasRefused("/patient")) {
            String of = basis == Basis.WEIGHT ? "weight" : "surface";
            String found = Wording.quoted(literal) + " is per body " + of + ", but the patient has no " + basis.key;
            faults.error("missing-patient", literal.place(), found, "\"patient\": {" + basis.example + "}");
        }
    }

    private void mismatch(Literal literal, Unit wanted) {
        if (!wanted.isDeclared()) {
            String found = Wording.quoted(literal) + " cannot be converted: the model declares no unit here";
            faults.error("unit", literal.place(), found, "a number, or a unit in the model");
            return;
        }
        Unit unit = literal.unit().orElse(wanted);
        boolean perWeight = Wording.perWeight(unit) && unit.sameDimension(Unit.ONE);
        String kind = perWeight ? "a mass per body weight" : Wording.kind(unit);
        String found = Wording.quoted(literal) + " is " + kind + ", not " + Wording.kind(wanted);
        faults.error("unit", literal.place(), found, "an amount in " + wanted.text());
    }

    private void noWay(Place place, Target target) {
        String found = "doses are measured in " + target.unit().text() + ", but state " + target.state() + " is in "
                + target.stateUnit().text();
        faults.error("unit", place, found, "an agent in a unit of the state, or a potency");
    }
}
