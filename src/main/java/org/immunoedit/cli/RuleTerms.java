package org.immunoedit.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Comparison;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Expr.Relation;
import org.immunoedit.expr.Printer;
import org.immunoedit.expr.Rewrite;
import org.immunoedit.outcome.Response;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.sim.Rules;

/** Puts in, for what a condition says about images, the parameters that hold it. */
final class RuleTerms extends Rewrite {
    private static final String RECIST = "recist";
    private static final Map<String, String> SHOWN = Map.of(
            RECIST,
            Rules.RESPONSE,
            "diameter",
            Rules.DIAMETER,
            "baseline_diameter",
            Rules.BASELINE,
            "nadir_diameter",
            Rules.NADIR);

    private final Map<String, Response> responses = RuleBinding.responses();
    private final Set<String> names;
    private final Place place;
    private final Problems problems;
    private boolean images;

    /**
     * For one condition.
     *
     * @param names that the model uses itself
     * @param place of the condition's text
     */
    RuleTerms(Set<String> names, Place place, Problems problems) {
        this.names = names;
        this.place = place;
        this.problems = problems;
    }

    /** Whether anything so far was about images. */
    boolean looksAtImages() {
        return images;
    }

    /** A side of a comparison that was read before; what stands for a response is a number. */
    Expr side(Expr side) {
        if (isRecist(side)) {
            return Reference.to(Rules.RESPONSE);
        }
        boolean response = side instanceof Reference name && isFree(name) && responses.containsKey(name.name());
        return response ? Num.ZERO : of(side);
    }

    @Override
    public Expr comparison(Comparison node) {
        if (!isRecist(node.left()) && !isRecist(node.right())) {
            return super.comparison(node);
        }
        images = true;
        Reference recist = (Reference) (isRecist(node.left()) ? node.left() : node.right());
        Expr other = recist == node.left() ? node.right() : node.left();
        boolean equality = node.relation() == Relation.EQUAL || node.relation() == Relation.NOT_EQUAL;
        if (!equality) {
            refuse(recist, "recist is compared by " + node.relation().symbol(), "== or !=", "");
        }
        Response response = other instanceof Reference name ? responses.get(name.name()) : null;
        if (response == null) {
            String word = other instanceof Reference name ? name.name() : "";
            String found = "recist is compared with " + Printer.print(other);
            String known = "one of " + String.join(", ", responses.keySet());
            refuse(recist, found, known, Nearest.hint(word, responses.keySet()));
        }
        double value = response == null ? 0 : response.ordinal();
        return new Comparison(node.relation(), Reference.to(Rules.RESPONSE), new Num(value));
    }

    @Override
    public Expr reference(Reference node) {
        if (!isFree(node)) {
            return super.reference(node);
        }
        if (isRecist(node)) {
            images = true;
            refuse(node, "recist is a word, not a number", "recist == PD or the like", "");
            return Num.ZERO;
        }
        String shown = SHOWN.get(node.name());
        if (shown != null) {
            images = true;
            return new Reference(shown, List.of(), node.at());
        }
        String hint = Nearest.hint(node.name(), SHOWN.keySet());
        if (!hint.isEmpty() && Nearest.hint(node.name(), names).isEmpty()) {
            Place at = place.right(Math.max(0, node.at()));
            problems.add(Problem.error("unknown-name", at, "\"" + node.name() + "\" is not known", "")
                    .withHint(hint));
            return Num.ZERO;
        }
        return node;
    }

    private boolean isRecist(Expr expr) {
        return expr instanceof Reference name && name.name().equals(RECIST) && isFree(name);
    }

    /** Whether a name is not the model's own. */
    private boolean isFree(Reference name) {
        return name.indices().isEmpty() && !names.contains(name.name());
    }

    private void refuse(Reference at, String found, String expected, String hint) {
        Place here = place.right(Math.max(0, at.at()));
        problems.add(Problem.error("recist", here, found, expected).withHint(hint));
    }
}
