package org.immunoedit.cli;

import java.util.Optional;
import java.util.OptionalDouble;
import org.immunoedit.io.Claim.Expected;
import org.immunoedit.io.Claim.Head;

/**
 * One value of a claim, recomputed.
 *
 * @param what the value, e.g. {@code T@end}
 * @param computed empty if nothing could be computed
 * @param tolerance in words, may be empty
 * @param note why nothing could be computed, may be empty
 */
record Finding(
        String what, Answer published, Optional<Answer> computed, String tolerance, Standing standing, String note) {
    /** Compares numbers. */
    static Finding of(String what, Expected expected, OptionalDouble computed, Head head) {
        boolean agrees = agree(expected.instead().orElse(expected.value()), computed, head);
        return new Finding(
                what,
                new Answer.Number(expected.value()),
                Optional.of(new Answer.Number(computed)),
                tolerance(head, expected.value()),
                standing(agrees, expected.instead().isPresent()),
                "");
    }

    /** A value that could not be computed. */
    static Finding failed(String what, Expected expected, Head head, String note) {
        Answer published = new Answer.Number(expected.value());
        return new Finding(what, published, Optional.empty(), tolerance(head, expected.value()), Standing.FAILS, note);
    }

    /** What an agreement means, with what is claimed or with what is known to come out instead. */
    static Standing standing(boolean agrees, boolean instead) {
        return !agrees ? Standing.FAILS : instead ? Standing.DISAGREES : Standing.HOLDS;
    }

    /** Whether a number is what was expected, within the claim's tolerance. */
    static boolean agree(OptionalDouble expected, OptionalDouble computed, Head head) {
        if (expected.isEmpty() || computed.isEmpty()) {
            return expected.isEmpty() && computed.isEmpty();
        }
        double wanted = expected.getAsDouble();
        double allowed = wanted == 0 ? head.atol() : head.rtol() * Math.abs(wanted);
        return Math.abs(computed.getAsDouble() - wanted) <= allowed;
    }

    private static String tolerance(Head head, OptionalDouble value) {
        if (value.isEmpty()) {
            return "";
        }
        return value.getAsDouble() == 0
                ? "± " + Answer.number(head.atol()).shown()
                : Answer.number(100 * head.rtol()).shown() + " %";
    }
}
