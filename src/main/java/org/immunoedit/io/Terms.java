package org.immunoedit.io;

import java.util.Optional;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Formula;
import org.immunoedit.expr.KeyParser;
import org.immunoedit.expr.Parser;
import org.immunoedit.expr.Signature;
import org.immunoedit.model.FunctionDeclaration;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.unit.Unit;

/** Formulas, names and units inside a document. */
final class Terms {
    private Terms() {}

    /** A formula: a text, or a bare number. */
    static Optional<Formula> formula(Json json, Problems problems) {
        if (json instanceof Json.Number number) {
            double value = number.value();
            Expr expr = value < 0 ? new Expr.Negation(new Expr.Num(-value)) : new Expr.Num(value);
            return Optional.of(new Formula(expr, json.place()));
        }
        return Shape.text(json, "a formula such as \"a*T\"", problems)
                .flatMap(text -> Parser.number(text.value(), text.inside(), problems));
    }

    /** A formula whose value is true or false. */
    static Optional<Formula> condition(Json json, Problems problems) {
        return Shape.text(json, "a condition such as \"T < 1\"", problems)
                .flatMap(text -> Parser.condition(text.value(), text.inside(), problems));
    }

    /** A name that a key declares or sets, e.g. {@code T[i]}. */
    static Optional<Reference> target(Json.Member member, Problems problems) {
        return KeyParser.parseTarget(member.key(), member.place().right(1), problems);
    }

    /** A key that is a name without indices. */
    static Optional<Reference> plainName(Json.Member member, Problems problems) {
        return target(member, problems).filter(name -> {
            if (!name.indices().isEmpty()) {
                problems.error("name", member.place(), "\"" + member.key() + "\" has an index", "a plain name");
            }
            return name.indices().isEmpty();
        });
    }

    /** A function, its name and arguments in the key: {@code "hill(x, k, n)": "x^n/(k^n + x^n)"}. */
    static Optional<FunctionDeclaration> function(Json.Member member, Problems problems) {
        Place name = member.place().right(1);
        Optional<Signature> signature = KeyParser.parseSignature(member.key(), name, problems);
        Optional<Formula> body = formula(member.value(), problems);
        return signature.flatMap(s -> body.map(b -> new FunctionDeclaration(s.name(), s.arguments(), b, name)));
    }

    /** A name in a text. */
    static Optional<Reference> target(Json json, String expected, Problems problems) {
        return Shape.name(json, expected, problems)
                .flatMap(text -> KeyParser.parseTarget(text.value(), text.inside(), problems));
    }

    /** A unit in a text. */
    static Optional<Unit> unit(Json json, Problems problems) {
        return Shape.text(json, "a unit such as \"cell/uL\"", problems)
                .flatMap(text -> Unit.parse(text.value(), text.inside(), problems));
    }
}
