package org.immunoedit.model;

import static org.immunoedit.model.Symbols.quoted;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Rewrite;
import org.immunoedit.model.Symbol.Kind;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Problem;

/**
 * Looks at the bodies of functions before they are put in anywhere: unknown names, wrong numbers of arguments,
 * functions that end in themselves. Faults are told at the body, and also for functions that are never applied.
 */
final class FunctionCheck extends Rewrite {
    private final FunctionDeclaration function;
    private final Map<String, FunctionDeclaration> functions;
    private final Symbols symbols;
    private final Findings findings;
    private final Set<String> applied = new LinkedHashSet<>();
    private boolean faulty;

    private FunctionCheck(
            FunctionDeclaration function,
            Map<String, FunctionDeclaration> functions,
            Symbols symbols,
            Findings findings) {
        this.function = function;
        this.functions = functions;
        this.symbols = symbols;
        this.findings = findings;
    }

    /** Reports what is wrong; returns the functions that must not be put in. */
    static Set<String> faulty(Map<String, FunctionDeclaration> functions, Symbols symbols, Findings findings) {
        Set<String> faulty = new HashSet<>();
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        for (FunctionDeclaration function : functions.values()) {
            FunctionCheck check = new FunctionCheck(function, functions, symbols, findings);
            check.arguments();
            check.of(function.body().expr());
            needs.put(function.name(), check.applied);
            if (check.faulty) {
                faulty.add(function.name());
            }
        }
        Ordering ordering = Ordering.of(needs);
        for (List<String> cycle : ordering.cycles()) {
            FunctionDeclaration first = functions.get(cycle.get(0));
            findings.error(
                    "cycle",
                    first.body().place(),
                    "function " + first.name() + " applies itself: " + String.join(" -> ", cycle),
                    "functions without recursion");
        }
        faulty.addAll(ordering.tangled());
        return faulty;
    }

    /** An argument may hide a name of the model, but not a word of the language or an index. */
    private void arguments() {
        for (String argument : function.arguments()) {
            Symbol known = symbols.get(argument);
            boolean index = known != null && known.kind() == Kind.INDEX;
            if (index || Symbols.isWord(argument)) {
                String what = index ? "an index" : "a word of the formula language";
                String found = "argument " + quoted(argument) + " of " + function.name() + " is " + what;
                fault("duplicate", 0, found, "another name");
            }
        }
    }

    private void fault(String code, int at, String found, String expected) {
        faulty = true;
        findings.error(code, function.body().place().right(Math.max(0, at)), found, expected);
    }

    @Override
    public Expr reference(Expr.Reference node) {
        boolean known = function.arguments().contains(node.name()) || symbols.get(node.name()) != null;
        if (!known) {
            faulty = true;
            symbols.unknown(
                    node.name(), function.body().place().right(Math.max(0, node.at())), Set.of(), function.arguments());
        }
        return super.reference(node);
    }

    @Override
    public Expr over(Expr.Over node) {
        Symbol index = symbols.get(node.index());
        if (index == null || index.kind() != Kind.INDEX) {
            fault("unknown-name", node.at(), quoted(node.index()) + " is not an index", indices());
        }
        return super.over(node);
    }

    private String indices() {
        return Symbols.shortList(symbols.names(Set.of(Kind.INDEX)));
    }

    @Override
    public Expr apply(Expr.Apply node) {
        FunctionDeclaration other = functions.get(node.function());
        if (other == null && !node.function().equals("size")) {
            faulty = true;
            List<String> known = new ArrayList<>(functions.keySet());
            findings.add(Problem.error(
                            "unknown-name",
                            function.body().place().right(Math.max(0, node.at())),
                            quoted(node.function()) + " is not a function",
                            Symbols.shortList(known))
                    .withHint(Nearest.hint(node.function(), known)));
        } else if (other != null) {
            applied.add(node.function());
            checkArity(node, other);
        }
        return super.apply(node);
    }

    private void checkArity(Expr.Apply node, FunctionDeclaration other) {
        if (node.arguments().size() != other.arguments().size()) {
            fault(
                    "formula",
                    node.at(),
                    other.name() + " has " + node.arguments().size() + " arguments",
                    other.arguments().size() + ": " + other.name() + "(" + String.join(", ", other.arguments()) + ")");
        }
    }
}
