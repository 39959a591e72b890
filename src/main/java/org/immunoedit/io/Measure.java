package org.immunoedit.io;

import java.util.Optional;
import org.immunoedit.model.Literal;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.unit.Quantity;
import org.immunoedit.unit.Unit;

/**
 * Kinds of quantities in a scenario: what they are called, an example, their dimension and the values they may have.
 */
enum Measure {
    DOSE("a dose", "a mass such as \"200 mg\"", null, Bound.NOT_NEGATIVE),
    AMOUNT("an amount", "a number, or a quantity such as \"1e9 cell\"", null, Bound.NOT_NEGATIVE),
    RATE("an infusion rate", "an amount per time such as \"10 mg/h\"", null, Bound.POSITIVE),
    TIME("a time", "a time such as \"14 d\"", "d", Bound.NOT_NEGATIVE),
    DURATION("a duration", "a time such as \"30 min\"", "d", Bound.NOT_NEGATIVE),
    INTERVAL("an interval", "a time such as \"3 wk\"", "d", Bound.POSITIVE),
    WEIGHT("a body weight", "a mass such as \"70 kg\"", "kg", Bound.POSITIVE),
    SURFACE("a body surface area", "an area such as \"1.8 m^2\"", "m^2", Bound.POSITIVE),
    SHARE("a share", "a number such as 0.8", "1", Bound.NOT_NEGATIVE),
    VALUE("a quantity", "a number, or a quantity such as \"2e8 cell\"", null, Bound.ANY);

    private enum Bound {
        ANY,
        NOT_NEGATIVE,
        POSITIVE
    }

    private final String noun;
    private final String example;
    private final Optional<Unit> like;
    private final Bound bound;

    Measure(String noun, String example, String like, Bound bound) {
        this.noun = noun;
        this.example = example;
        this.like =
                Optional.ofNullable(like).flatMap(text -> Unit.parse(text, Place.startOf("built-in"), new Problems()));
        this.bound = bound;
    }

    /** Whether a unit is one of time. */
    static boolean isTime(Unit unit) {
        return TIME.like.orElseThrow().sameDimension(unit);
    }

    /** A number, or a text with a number and a unit. */
    Optional<Literal> read(Json json, Problems problems) {
        Optional<Literal> literal = json instanceof Json.Number number
                ? Optional.of(new Literal(number.value(), Optional.empty(), json.place()))
                : json instanceof Json.Text text ? quantity(text, problems) : wrong(json, "", problems);
        return literal.filter(found -> fits(found, json, problems));
    }

    private Optional<Literal> quantity(Json.Text text, Problems problems) {
        Problems own = new Problems();
        Optional<Quantity> quantity = Quantity.parse(text.value(), text.inside(), own);
        if (quantity.isEmpty()) {
            String hint = own.sorted().stream()
                    .map(Problem::hint)
                    .filter(h -> !h.isEmpty())
                    .findFirst()
                    .orElse("");
            return wrong(text, hint, problems);
        }
        Unit unit = quantity.get().unit();
        if (like.isPresent() && !like.get().sameDimension(unit)) {
            return wrong(text, "", problems);
        }
        return Optional.of(new Literal(quantity.get().value(), Optional.of(unit), text.place()));
    }

    private Optional<Literal> wrong(Json json, String hint, Problems problems) {
        problems.add(Problem.error("quantity", json.place(), json.shown() + " is not " + noun, example)
                .withHint(hint));
        return Optional.empty();
    }

    private boolean fits(Literal literal, Json json, Problems problems) {
        if (bound == Bound.POSITIVE && !(literal.value() > 0)) {
            problems.error("range", json.place(), json.shown() + " is not above 0", noun + " above 0");
            return false;
        }
        if (bound == Bound.NOT_NEGATIVE && !(literal.value() >= 0)) {
            problems.error("range", json.place(), json.shown() + " is negative", noun + " of 0 or more");
            return false;
        }
        return true;
    }
}
