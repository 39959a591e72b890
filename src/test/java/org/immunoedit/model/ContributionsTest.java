package org.immunoedit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immunoedit.expr.Evaluator;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Parser;
import org.immunoedit.expr.Printer;
import org.immunoedit.model.Equations.Parameter;
import org.immunoedit.model.Equations.State;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a rate is split and what its parts are called. */
class ContributionsTest {
    /** Definitions of the models below. */
    private static final Map<String, String> DEFINITIONS = Map.of(
            "kill", "n*E*T",
            "net", "a - b*T",
            "free", "1 - E",
            "burden", "T + U",
            "pull", "k*E");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // a product with a bracket of both signs is multiplied out, a definition keeps its name
                "a*T*(1 - b*T) - kill | + growth: a*T; - saturation: a*T*(b*T); - kill: kill",
                // a definition of both signs that is a factor is multiplied out too
                "T*net | + growth: T*a; - saturation: T*(b*T)",
                // a loss that something makes smaller is one loss
                "a*T - k*T*(1 - E) | + growth: a*T; - loss by E: k*T*(1 - E)",
                "a*T - n*T*free | + growth: a*T; - free: n*T*free",
                // what is spared stands as a loss, under the name of its state
                "a*T*free | + growth: a*T; - loss by E: a*T*E",
                // sums of one sign are split everywhere
                "-(k*E + d)*T | - loss by E: k*E*T; - death: d*T",
                "T*(g*E + 1)/K | + gain by E: T*(g*E)/K; + growth: T/K",
                "-(-d*T) | + growth: d*T",
                "a*T - d*T^2 | + growth: a*T; - saturation: d*T^2",
                "if(T > 1, a*T, 0) - d*T | + growth: if(T > 1, a*T, 0); - death: d*T",
                "a*T - pull*T | + growth: a*T; - pull: pull*T",
                "a - d*T + a*E | + growth: a; - death: d*T; + gain by E: a*E",
                "-2*d*T | - death: 2*d*T"
            })
    void aRateIsSplit(String rate, String expected) {
        String shown = shown(rate, "T");
        assertThat(shown).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T + U | + growth, - saturation, - kill, - death",
                "burden | + growth, - saturation, - kill, - death",
                // T is not part of it here
                "0.5*U | + growth, - loss by T, - death",
                // what U gains the difference loses
                "T - 2*U | + growth, - saturation, - kill, - death",
                "E | ''",
                "k | ''"
            })
    void theQuantityWeighsItsStates(String quantity, String expected) {
        List<Contribution> parts =
                Contributions.of(equations("a*T*(1 - b*T) - kill", "a*U*(1 - b*T) - d*U"), formula(quantity));
        assertThat(parts.stream()
                        .map(part -> (part.gain() ? "+ " : "- ") + part.label())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }

    /** Whatever the quantity, its parts add up to its rate. */
    @ParameterizedTest
    @ValueSource(strings = {"T + U", "burden", "0.5*U", "T - 2*U", "T*U", "ln(T + E)", "T/U"})
    void thePartsAddUp(String quantity) {
        Equations equations = equations("a*T*(1 - b*T) - kill", "a*U*(1 - b*T)/(g + E) - d*U*free");
        Map<String, Double> at = Map.of("T", 3.0, "U", 5.0, "E", 0.25);
        double before = value(equations, formula(quantity), at);
        double h = 1e-6;
        Map<String, Double> later = Map.of(
                "T", 3 + h * value(equations, equations.rates().get(0), at),
                "U", 5 + h * value(equations, equations.rates().get(1), at),
                "E", 0.25);
        double slope = (value(equations, formula(quantity), later) - before) / h;
        double sum = Contributions.of(equations, formula(quantity)).stream()
                .mapToDouble(part -> value(equations, part.rate(), at))
                .sum();
        assertThat(sum).isCloseTo(slope, within(1e-4 * Math.abs(slope)));
    }

    private static double value(Equations equations, Expr expr, Map<String, Double> states) {
        return Evaluator.value(expr, 0, name -> {
            if (states.containsKey(name)) {
                return states.get(name);
            }
            return DEFINITIONS.containsKey(name) ? value(equations, formula(DEFINITIONS.get(name)), states) : 2;
        });
    }

    private static String shown(String rate, String quantity) {
        return text(Contributions.of(equations(rate, "0"), formula(quantity)));
    }

    /** Signs, labels and sizes. */
    private static String text(List<Contribution> parts) {
        return String.join(
                "; ",
                parts.stream()
                        .map(part -> (part.gain() ? "+ " : "- ") + part.label() + ": "
                                + Printer.print(part.rate()).replaceAll("^-(?:\\((.*)\\))?", "$1"))
                        .toList());
    }

    private static Equations equations(String rateOfT, String rateOfU) {
        List<State> states = List.of("T", "U", "E").stream()
                .map(name -> new State(name, "1", "", Expr.Num.ONE, false, java.util.OptionalDouble.empty()))
                .toList();
        List<Parameter> parameters = List.of("a", "b", "d", "g", "k", "n", "K").stream()
                .map(name -> new Parameter(name, 2, "1", ""))
                .toList();
        List<Term> definitions = DEFINITIONS.entrySet().stream()
                .map(entry -> new Term(entry.getKey(), formula(entry.getValue()), "1", ""))
                .toList();
        return new Equations(
                "d",
                states,
                parameters,
                definitions,
                List.of(formula(rateOfT), formula(rateOfU), Expr.Num.ZERO),
                List.of(),
                List.of());
    }

    private static Expr formula(String text) {
        Problems problems = new Problems();
        Optional<Expr> expr = Parser.number(text, Place.startOf("f"), problems).map(formula -> formula.expr());
        return expr.orElseThrow(() -> new AssertionError(problems.sorted()));
    }
}
