package org.immunoedit.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.immunoedit.expr.Printer;
import org.immunoedit.model.Initial;
import org.immunoedit.model.Literal;
import org.immunoedit.model.Model;
import org.immunoedit.model.StateDeclaration;
import org.immunoedit.model.Values;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelReaderTest {
    private final Problems problems = new Problems();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "3.5|given 3.5",
                "\"1e7 cell\"|given 1e7 cell",
                "\"K/2\"|computed K/2",
                "\"5\"|computed 5",
                "[1, 2]|row 2",
                "[[1, 2], [3, 4]]|row 2",
            })
    void anInitialValueIsNumbersAQuantityOrAFormula(String json, String expected) {
        StateDeclaration state = state("{\"unit\": \"cell\", \"initial\": " + json + "}");
        assertThat(problems.sorted()).isEmpty();
        assertThat(shown(state.initial())).isEqualTo(expected);
    }

    private static String shown(Initial initial) {
        if (initial instanceof Initial.Computed computed) {
            return "computed " + Printer.print(computed.formula().expr());
        }
        Values values = ((Initial.Given) initial).values();
        if (values instanceof Values.Row row) {
            return "row " + row.items().size();
        }
        Literal literal = (Literal) values;
        return literal.unit().isEmpty()
                ? "given " + literal.value()
                : "given 1e7 " + literal.unit().get();
    }

    @Test
    void aThresholdIsConvertedToTheUnitOfItsState() {
        assertThat(state("{\"unit\": \"mg\", \"extinct_below\": \"3 ug\"}").extinctBelow())
                .isEqualTo(OptionalDouble.of(0.003));
        assertThat(state("{\"unit\": \"mg\"}").extinctBelow()).isEmpty();
        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void withoutUnitsEverythingHasUnitOne() {
        Model model = read("{\"name\": \"m\", \"time\": \"d\", \"units\": \"unchecked\", \"units_reason\": \"scaled\","
                + " \"states\": {\"x\": {\"signed\": true}}, \"rates\": {\"x\": 0, \"y\": -2},"
                + " \"parameters\": {\"a\": {\"value\": 1}}, \"definitions\": {\"z\": \"2*x\"},"
                + " \"events\": [{\"when\": \"x > 1\", \"set\": {\"x\": 0}, \"stop\": true, \"at_start\": true}],"
                + " \"hooks\": {\"pd1\": {\"about\": \"sum\"}}, \"indices\": {\"i\": 4}}");
        assertThat(problems.sorted()).isEmpty();
        assertThat(model.unchecked()).isTrue();
        assertThat(model.unitsReason()).isEqualTo("scaled");
        assertThat(model.states().get(0).unit().text()).isEqualTo("1");
        assertThat(model.states().get(0).signed()).isTrue();
        assertThat(model.parameters().get(0).unit().text()).isEqualTo("1");
        assertThat(Printer.print(model.rates().get(1).is().expr())).isEqualTo("-2");
        assertThat(Printer.print(model.definitions().get(0).is().expr())).isEqualTo("2*x");
        assertThat(model.events().get(0).stop()).isTrue();
        assertThat(model.events().get(0).atStart()).isTrue();
        assertThat(model.events().get(0).once()).isFalse();
        assertThat(model.hooks().get(0).name()).isEqualTo("pd1");
        assertThat(model.indices()).containsEntry("i", 4);
        assertThat(model.place()).isEqualTo(new Place("f.json", 1, 1, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"states\": {\"T\": {\"unit\": \"cel\"}}`|27 error: /states/T/unit: \"cel\" is not a unit; expected a unit such as \"cell/uL\" (did you mean \"cell\"?)",
                "`\"states\": {\"T\": {\"initial\": 1}}`|17 warning: /states/T: \"unit\" is missing, so formulas with such names are not checked for units; expected a unit such as"
                        + " \"cell/d\", or \"1\" (\"units\": \"unchecked\" exempts a whole model)",
                "`\"states\": {\"T\": {\"unit\": \"cell\", \"signd\": true}}`|34 error: /states/T/signd: \"signd\" is not a known key"
                        + " (did you mean \"signed\"?)",
                "`\"states\": {\"T\": {\"unit\": \"cell\", \"extinct_below\": \"1 mg\"}}`|51 error: /states/T/extinct_below:"
                        + " \"1 mg\" is no amount in cell; expected a quantity in cell",
                "`\"states\": {\"T\": {\"unit\": \"cell\", \"initial\": \"2 cel\"}}`|45 error: /states/T/initial: \"2 cel\" is not a quantity;"
                        + " expected a number, or a quantity such as \"2e8 cell\" (did you mean \"2 cell\"?)",
                "`\"states\": {\"T\": {\"unit\": \"cell\", \"initial\": [1, true]}}`|49 error: /states/T/initial/1: true is not a quantity;"
                        + " expected a number, or a quantity such as \"2e8 cell\"",
                "`\"states\": 3`|11 error: /states: 3 is not an object; expected an object of states",
                "`\"parameters\": {\"a\": {\"unit\": \"1\"}}`|21 error: /parameters/a: \"value\" is missing;"
                        + " expected a number or a list of numbers",
                "`\"parameters\": {\"a\": {\"value\": 1, \"unit\": \"1\", \"range\": [2, 1]}}`|56 error: /parameters/a/range:"
                        + " this is not a range; expected the lower and the upper end, such as [0, 1]",
                "`\"parameters\": {\"a\": 0.2}`|21 error: /parameters/a: 0.2 is not an object;"
                        + " expected an object such as {\"value\": 0.18, \"unit\": \"1/d\"}",
                "`\"hooks\": {\"pd1[i]\": {\"unit\": \"1\"}}`|11 error: /hooks/pd1[i]: \"pd1[i]\" has an index; expected a plain name",
                "`\"definitions\": {\"k\": {\"unit\": \"1\"}}`|22 error: /definitions/k: \"is\" is missing;"
                        + " expected a formula such as \"n*E*T\"",
                "`\"agents\": {\"IL-2\": {\"unit\": \"1\"}}`|20 error: /agents/IL-2: \"into\" is missing;"
                        + " expected the state that receives the doses",
                "`\"units\": \"none\"`|10 error: /units: \"none\" is not known here; expected \"checked\" or \"unchecked\"",
                "`\"claims\": {}`|11 error: /claims: an object is not a list; expected a list of claims",
                "`\"source\": {\"yaer\": 1994}`|12 error: /source/yaer: \"yaer\" is not a known key (did you mean \"year\"?)",
                "`\"functions\": {\"f(x, x)\": \"x\"}`|21 error: /functions/f(x, x): \"x\" is there twice; expected another name",
            })
    void aWrongModelIsExplained(String members, String message) {
        String text = "{\"name\": \"m\", \"time\": \"d\", "
                + (members.startsWith("\"states\"") ? "" : "\"states\": {}, ") + "\"rates\": {},\n" + members + "}";
        read(text);
        String[] parts = message.split(" ", 2);
        assertThat(Read.messages(problems)).containsExactly("f.json:2:" + parts[0] + ": " + parts[1]);
    }

    @Test
    void whatEveryModelNeedsIsNamed() {
        assertThat(ModelReader.read(Read.json("{}"), problems)).isEmpty();
        assertThat(Read.messages(problems))
                .containsExactly(
                        "f.json:1:1: error: \"name\" is missing; expected a name such as \"kuznetsov-1994\"",
                        "f.json:1:1: error: \"time\" is missing; expected the unit of time such as \"d\"",
                        "f.json:1:1: error: \"states\" is missing; expected an object of states",
                        "f.json:1:1: error: \"rates\" is missing; expected an object of formulas, one per state");
    }

    @Test
    void theTimeUnitIsOneOfTime() {
        read("{\"name\": \"m\", \"time\": \"mg\", \"states\": {}, \"rates\": {}}");
        assertThat(Read.messages(problems))
                .containsExactly("f.json:1:23: error: /time: \"mg\" is not a unit of time;"
                        + " expected one of s, min, h, d, wk, mo, y");
    }

    @Test
    void faultsInFormulasAreAtTheirColumn() {
        read("{\"name\": \"m\", \"time\": \"d\", \"states\": {},\n\"rates\": {\"T\": \"a * log(T)\"},\n"
                + "\"definitions\": {\"k\": {\"is\": \"1 +\"}}}");
        assertThat(Read.messages(problems)).hasSize(2);
        assertThat(Read.messages(problems).get(0)).startsWith("f.json:2:21: error: /rates/T: ");
        assertThat(Read.messages(problems).get(1)).startsWith("f.json:3:33: error: /definitions/k/is: ");
    }

    @Test
    void anAgentIsExplainedToo() {
        AgentReader.read(
                Read.json(
                        "{\"name\": \"a\", \"unit\": \"mg\", \"states\": {\"c\": {\"unit\": \"mg\"}}, \"rates\": {\"c\": 0},\n"
                                + "\"into\": \"C\",\n\"potency\": \"0 IU/mg\",\n\"regimens\": {\"q\": {\"amuont\": 1}},\n\"clas\": \"x\"}"),
                problems);
        assertThat(Read.messages(problems))
                .containsExactly(
                        "f.json:2:9: error: /into: \"C\" is no state of the agent; expected one of c (did you mean \"c\"?)",
                        "f.json:3:12: error: /potency: \"0 IU/mg\" is not above 0;"
                                + " expected an activity per mass such as \"1.7e7 IU/mg\"",
                        "f.json:4:20: error: /regimens/q/amuont: \"amuont\" is not a known key (did you mean \"amount\"?)",
                        "f.json:5:1: error: /clas: \"clas\" is not a known key (did you mean \"class\"?)");
    }

    private StateDeclaration state(String state) {
        List<StateDeclaration> states = read("{\"name\": \"m\", \"time\": \"d\", \"states\": {\"T\": " + state
                        + "}, \"rates\": {\"T\": \"0\"}}")
                .states();
        return states.get(0);
    }

    private Model read(String text) {
        return ModelReader.read(Read.json(text), problems)
                .map(ModelDocument::model)
                .orElse(null);
    }
}
