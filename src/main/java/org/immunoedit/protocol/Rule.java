package org.immunoedit.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.immunoedit.expr.Formula;
import org.immunoedit.model.Literal;
import org.immunoedit.problem.Place;

/**
 * One entry of a scenario's {@code rules}, as written: a treatment decision that is taken when a condition holds.
 *
 * @param label what the ledger calls it, may be empty
 * @param at when the patient is assessed
 * @param when the condition
 * @param confirm consecutive assessments at which the condition must hold before the rule acts
 * @param orders what it does, in file order
 * @param most how often it may act; absent means once for a rule that gives doses, else without limit
 */
public record Rule(
        String label, Assessed at, Formula when, int confirm, List<Order> orders, OptionalInt most, Place place) {
    public Rule {
        orders = List.copyOf(orders);
    }

    /**
     * When the patient is assessed. A bare number is in the model's time unit.
     *
     * @param start first assessment, absent means 0
     * @param every time from assessment to assessment; absent means a single one
     * @param count total number of assessments
     * @param until no assessment at or after this time
     */
    public record Assessed(
            Optional<Literal> start,
            Optional<Literal> every,
            OptionalInt count,
            Optional<Literal> until,
            Place place) {}

    /** What a rule does. */
    public enum Verb {
        /** No further dose, ever. */
        STOP,
        /** Doses that are due from now on are left out. */
        HOLD,
        /** Doses that are due from now on are given again. */
        RESUME,
        /** Further doses, counted from now. */
        GIVE;

        /** As in a scenario. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A part of what a rule does. */
    public sealed interface Order {
        Place place();

        /**
         * Changes whether doses are given.
         *
         * @param verb not {@code GIVE}
         * @param name of an agent, or of a state that is dosed directly
         */
        record Change(Verb verb, String name, Place place) implements Order {}

        /** Gives doses; the times of the therapy count from the decision. */
        record Give(Therapy therapy) implements Order {
            @Override
            public Place place() {
                return therapy.place();
            }
        }
    }
}
