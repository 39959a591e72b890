package org.immunoedit.problem;

import java.util.Objects;

/**
 * One fault of the input: where, what stood there, what would be right, and what to do.
 *
 * <p>Printed as {@code file:line:col: error: /pointer: found; expected … (hint)}, one {@link Visible} line.
 *
 * @param severity error or warning
 * @param code short stable word for scripts, e.g. {@code unknown-key}, {@code unit}, {@code formula}
 * @param place where it stands
 * @param found what stood there, as a clause: {@code "200 mq" is not a dose}
 * @param expected what would be right, empty if {@code found} says it all: {@code a mass such as "200 mg"}
 * @param hint what to do, may be empty: {@code did you mean "200 mg"?}
 */
public record Problem(Severity severity, String code, Place place, String found, String expected, String hint) {
    public Problem {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(hint, "hint");
    }

    /** An error without a hint. */
    public static Problem error(String code, Place place, String found, String expected) {
        return new Problem(Severity.ERROR, code, place, found, expected, "");
    }

    /** A warning without a hint. */
    public static Problem warning(String code, Place place, String found, String expected) {
        return new Problem(Severity.WARNING, code, place, found, expected, "");
    }

    /** The same problem at another place. */
    public Problem at(Place other) {
        return new Problem(severity, code, other, found, expected, hint);
    }

    /** The same problem with a hint. */
    public Problem withHint(String newHint) {
        return new Problem(severity, code, place, found, expected, newHint);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(place.file());
        if (place.line() > 0) {
            text.append(':').append(place.line()).append(':').append(place.column());
        }
        text.append(": ").append(severity).append(": ");
        if (!place.pointer().isEmpty()) {
            text.append(place.pointer()).append(": ");
        }
        text.append(found);
        if (!expected.isEmpty()) {
            text.append("; expected ").append(expected);
        }
        if (!hint.isEmpty()) {
            text.append(" (").append(hint).append(')');
        }
        return Visible.of(text.toString());
    }
}
