package org.immunoedit.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.immunoedit.expr.Formulas.formula;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.expr.Expr.Fold;
import org.immunoedit.expr.Expr.Many;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.unit.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DimensionsTest {
    private static final Place PLACE = new Place("m.json", 2, 50, "/rates/T");

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("T", "cell"),
            Map.entry("E", "cell"),
            Map.entry("K", "cell"),
            Map.entry("G", "1e9 cell"),
            Map.entry("a", "1/d"),
            Map.entry("s", "cell/d"),
            Map.entry("b", "1/cell"),
            Map.entry("kill", "1/(cell d)"),
            Map.entry("central", "mg"),
            Map.entry("Vc", "L"),
            Map.entry("CL", "L/d"),
            Map.entry("CLh", "L/h"),
            Map.entry("dose", "ug"),
            Map.entry("KD", "ng/mL"),
            Map.entry("n", "1"),
            Map.entry("m", "1"),
            Map.entry("pct", "%"),
            Map.entry("day", "d"),
            Map.entry("vol", "mm^3"),
            Map.entry("A", "mm^2"),
            Map.entry("I", "IU"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a*T*(1 - b*T) - kill*E*T|cell/d",
                "s + a*T/(K + T)*E|cell/d",
                "T/K|1",
                "1 - T/K|1",
                "exp(-a*time)*T|cell",
                "max(T, 0)|cell",
                "min(T, K, 1e9)|cell",
                "if(T > 1, T, 0)|cell",
                "if(time > 10 and T/E < 0.5, a, 2*a)|1/d",
                "central/Vc|mg/L",
                "1000*central/Vc|ng/mL",
                "central/(0.001*Vc)|ng/mL",
                "0.16*1000*central/Vc|ng/mL",
                "1000*(central + central)/Vc|ng/mL",
                "1000*central + dose|ug",
                "central + dose/1000|mg",
                "-dose + 1e3*central|ug",
                "24*CLh + CL|L/d",
                "CLh*24|L/d",
                "1000*central/Vc/KD|1",
                "exp(-1000*central/Vc/KD)|1",
                "ln(2)/day|1/d",
                "sqrt(A)|mm",
                "A^1.5|mm^3",
                "vol^(2/3)|mm^2",
                "vol^(1/3)*A|mm^3",
                "T^2/K|cell",
                "T^-1|1/cell",
                "T^n/(K^n + T^n)|1",
                "pow(T, n)/(pow(K, n) + T^n)|1",
                "a*T^(n - 1)*T/K^n|1/d",
                "T*T^(n + m)/(T^n*T^m)|cell",
                "T^(2*n)/(K^n*T^n)|1",
                "(T/K)^n|1",
                "(1 + T/K)^(-n)|1",
                "2^n|1",
                "2^(n*T/K)*T|cell",
                "1 - pct/100|1",
                "(1 - 0.01*pct)*T|cell",
                "abs(T - K)|cell",
                "floor(T)|cell",
                "floor(time/7)|d",
                "prod(i, T/K)|1",
                "sum(i, T)|cell",
                "T_unknown + T|cell/d",
                "5|cell",
                "f(T) + a|cell",
                "G*1e9|cell",
                "T^0.5*T^0.5|cell",
                "sin(n)|1",
                "0.01*pct|1",
                "pct + pct|%",
                "pct + pct/1|%",
                "log10(T/K)|1",
                "size(i)*T|cell",
                "1.5*T + 2.5*K|cell",
                "T[i]*a|cell/d",
                "0*T|cell",
                "T^(3*(n - 2))*T^6/K^(3*n)|1",
                "T^(-n)*K^n|1",
                "(T^n)^2/K^(2*n)|1",
                "(1000*central)^2 + dose^2|ug^2",
                "2*3*5*7*11*1000*central|ug",
                "(1000*central + 1000*central)/Vc|ng/mL",
                "2*2*2*5*5*5*7*(1/7)*central|ug"
            })
    void accepts(String text, String unit) {
        Problems problems = new Problems();
        Optional<Unit> expected = Optional.of(unit(unit));
        Optional<Unit> found = Dimensions.check(formula(text), expected, scope(), PLACE, problems);
        assertThat(problems.sorted()).isEmpty();
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T + a|1|50|\"T + a\" adds cell and 1/d; expected the same unit",
                "1 + (T - I)|1|55|\"T - I\" subtracts IU from cell; expected the same unit",
                "central + dose|mg|50|\"central + dose\" adds mg and ug; expected the same unit"
                        + " (1 mg = 1000 ug; write the factor into the formula)",
                "dose*2 + central|mg|50|\"dose*2 + central\" adds ug and mg; expected the same unit"
                        + " (1 mg = 1000 ug; write the factor into the formula)",
                "T < a|1|50|\"T < a\" compares cell with 1/d; expected the same unit",
                "max(T, s)|cell|54|\"max(T, s)\" compares cell with cell/d; expected the same unit",
                "if(T > 1, T, a)|cell|53|\"if(T > 1, T, a)\" chooses between cell and 1/d; expected the same unit",
                "exp(a)|1|54|\"a\" is in 1/d; expected a pure number",
                "2*exp(a*T)|1|56|\"a*T\" is in cell/d; expected a pure number",
                "exp(T/G)|1|54|\"T/G\" is in 1e-9; expected a pure number" + " (divide by 1e9)",
                "1 - T/G|1|54|\"T/G\" is in 1e-9; expected a pure number" + " (divide by 1e9)",
                "100*pct|1|54|\"100*pct\" is in %; expected 1 (divide by 100)",
                "1 - pct|1|54|\"pct\" is in %; expected a pure number (divide by 100)",
                "a*T|cell|50|\"a*T\" is in cell/d; expected cell",
                "central/Vc|ng/mL|50|\"central/Vc\" is in mg/L; expected ng/mL" + " (multiply by 1000)",
                "CLh|L/d|50|\"CLh\" is in L/h; expected L/d (multiply by 24)",
                "T^n + K^m|cell|50|\"T^n + K^m\" adds (cell)^n and (cell)^m; expected the same unit",
                "T^n|cell|50|\"T^n\" is in (cell)^n; expected cell",
                "T^n/K^(n - 1) + a|cell|50|\"T^n/K^(n - 1) + a\" adds cell and 1/d; expected the same unit",
                "2^T|1|52|\"T\" is in cell; expected a pure number",
                "T^a|1|52|\"a\" is in 1/d; expected a pure number",
                "T^5000|1|50|\"T^5000\" raises cell too high; expected an exponent of at most 1000",
                "sqrt(T)|cell|55|\"sqrt(T)\" is in cell^(1/2); expected cell",
                "time|1/d|50|\"time\" is in d; expected 1/d",
                "sum(i, T + a)|cell|57|\"T + a\" adds cell and 1/d; expected the same unit",
                "T[T + a]|cell|52|\"T + a\" adds cell and 1/d; expected the same unit",
                "max(-1, T) + a|cell|58|\"max(-1, T) + a\" adds cell and 1/d; expected the same unit",
                "max(abs(3), T) + a|cell|62|\"max(abs(3), T) + a\" adds cell and 1/d; expected the same unit",
                "max(exp(2), T) + a|cell|62|\"max(exp(2), T) + a\" adds cell and 1/d; expected the same unit",
                "max(2^3, T) + a|cell|59|\"max(2^3, T) + a\" adds cell and 1/d; expected the same unit",
                "KD + KD + a|cell|50|\"KD + KD + a\" adds ng/mL and 1/d; expected the same unit",
                "size(i)*T + a|cell|50|\"size(i)*T + a\" adds cell and 1/d; expected the same unit",
                "T/2 + a|cell|50|\"T/2 + a\" adds cell and 1/d; expected the same unit",
                "f(T + a)|cell|52|\"T + a\" adds cell and 1/d; expected the same unit",
                "not T < a and E < K|1|54|\"T < a\" compares cell with 1/d; expected the same unit",
            })
    void refuses(String text, String unit, int column, String message) {
        Problems problems = new Problems();
        Optional<Unit> found = Dimensions.check(formula(text), Optional.of(unit(unit)), scope(), PLACE, problems);
        assertThat(found).isEmpty();
        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .containsExactly("m.json:2:" + column + ": error: /rates/T: " + message);
        assertThat(problems.sorted().get(0).code()).isEqualTo("unit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a*T|cell/d",
                "T|cell",
                "dose|ug",
                "T/K|1",
                "kill*E|1/d",
                "central/Vc|mg/L",
                "exp(n)|1",
                "max(dose, 1)|ug",
                "T^n/T^n|1",
                "-T|cell",
                "2^n|1",
                "(T/K)^n|1",
                "if(T > 1, T, K)|cell",
                "size(i)*T|cell",
                "sum(i, T)|cell",
                "prod(i, T/K)|1",
                "1 - T/K|1",
                "0*T|cell",
                "1*T|cell",
                "T/0|cell",
                "floor(T)|cell"
            })
    void infers(String text, String unit) {
        Optional<Unit> found = Dimensions.check(formula(text), Optional.empty(), scope(), PLACE, new Problems());
        assertThat(found.orElseThrow().text()).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource({"5", "unknown*T", "T < 1", "T^n", "f(T)", "'prod(i, T)'", "'sum(i, unknown)'", "1000*central/Vc"})
    void infersNothing(String text) {
        Problems problems = new Problems();
        assertThat(Dimensions.check(formula(text), Optional.empty(), scope(), PLACE, problems))
                .isEmpty();
        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void anErrorIsReportedOnce() {
        Problems problems = new Problems();
        Expr formula = formula("(T + a)*E + exp(T)*(dose + central) + a");
        Dimensions.check(formula, Optional.of(unit("cell")), scope(), PLACE, problems);
        assertThat(problems.sorted())
                .extracting(Problem::found)
                .containsExactly(
                        "\"T + a\" adds cell and 1/d", "\"T\" is in cell", "\"dose + central\" adds ug and mg");
    }

    @ParameterizedTest
    @CsvSource({
        "(T^n + G^n)/T^n, 1",
        "(T^n)^2 + T^n, 1",
        "(1000*central + central)/Vc, ng/mL",
        "2*1000*central + 2*1000*dose, ng",
        "1 - pct + T, cell",
        "1 - pct + 5, 1"
    })
    void aFactorConvertsOnceAndAnErrorMakesNoOthers(String text, String unit) {
        Problems problems = new Problems();
        Dimensions.check(formula(text), Optional.of(unit(unit)), scope(), PLACE, problems);
        assertThat(problems.sorted()).hasSize(1);
    }

    @Test
    void manyIsASumOrProduct() {
        Problems problems = new Problems();
        Expr sum = new Many(Fold.SUM, List.of(formula("0"), formula("T"), formula("K")));
        Expr product = new Many(Fold.PRODUCT, List.of(formula("a"), formula("2"), formula("K")));
        assertThat(Dimensions.check(sum, Optional.empty(), scope(), PLACE, problems))
                .contains(unit("cell"));
        assertThat(Dimensions.check(product, Optional.of(unit("cell/d")), scope(), PLACE, problems))
                .isPresent();
        assertThat(problems.sorted()).isEmpty();
        Expr none = new Many(Fold.SUM, List.of());
        assertThat(Dimensions.check(none, Optional.of(unit("cell")), scope(), PLACE, problems))
                .contains(unit("cell"));
        assertThat(problems.sorted()).isEmpty();
        Expr wrong = new Many(Fold.SUM, List.of(formula("T"), formula("a")));
        Dimensions.check(wrong, Optional.empty(), scope(), PLACE, problems);
        assertThat(problems.sorted().get(0).found()).isEqualTo("\"T + a\" adds cell and 1/d");
    }

    @Test
    void manyLiteralsStayCheap() {
        Problems problems = new Problems();
        String factors = "2*3*5*7*11*13*17*19*23*";
        Expr formula = formula(factors + "central + " + factors + "dose");
        Dimensions.check(formula, Optional.empty(), scope(), PLACE, problems);
        assertThat(problems.sorted()).hasSize(1);
    }

    private static Dimensions.Scope scope() {
        return new Dimensions.Scope(name -> Optional.ofNullable(UNITS.get(name)).map(DimensionsTest::unit), unit("d"));
    }

    private static Unit unit(String text) {
        return Unit.parse(text, Place.startOf("unit"), new Problems()).orElseThrow();
    }
}
