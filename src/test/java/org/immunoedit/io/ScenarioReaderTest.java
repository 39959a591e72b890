package org.immunoedit.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.io.Scenario.Rows;
import org.immunoedit.io.Scenario.Treatment;
import org.immunoedit.model.Literal;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.protocol.Patient;
import org.immunoedit.protocol.Therapy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {
    @Test
    void defaultsAreFilledIn() {
        Scenario scenario = Read.scenario("{\"model\": \"m\", \"time\": {\"end\": 10}}");
        assertThat(scenario.name()).isEmpty();
        assertThat(scenario.patient()).isEqualTo(Patient.UNKNOWN);
        assertThat(scenario.time().start().value()).isZero();
        assertThat(scenario.time().rows()).isEqualTo(new Rows.Points(201));
        assertThat(scenario.solver().method()).isEqualTo("auto");
        assertThat(scenario.solver().rtol()).isEqualTo(1e-8);
        assertThat(scenario.solver().atol()).isEqualTo(OptionalDouble.empty());
        assertThat(scenario.solver().maxSteps()).isEqualTo(1_000_000);
        assertThat(scenario.output()).isEqualTo(new Scenario.Output(Optional.empty(), false));
        assertThat(scenario.runIn()).isEmpty();
    }

    @Test
    void aRunInMayTakeAHundredYears() {
        Scenario scenario =
                Read.scenario("{\"model\": \"m\", \"time\": {\"end\": 1}, \"run_in\": {\"until\": \"T > 5\"}}");
        Literal limit = scenario.runIn().orElseThrow().limit();
        assertThat(limit.value()).isEqualTo(100);
        assertThat(limit.unit().orElseThrow().text()).isEqualTo("y");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "m|false",
                "m.json|true",
                "dir/m|true",
                "m.xml|true",
                "kuznetsov-1994|false",
            })
    void aModelIsANameOrAPath(String text, boolean path) {
        assertThat(new Scenario.ModelName(text, Place.startOf("f")).isPath()).isEqualTo(path);
    }

    @Test
    void nonmemWordsAreRenamed() {
        Therapy therapy =
                therapy("{\"into\": \"A\", \"amt\": 5, \"time\": 2, \"ii\": \"12 h\", \"addl\": 4, \"tinf\": \"1 h\"}");
        assertThat(therapy.amount().orElseThrow().value()).isEqualTo(5);
        assertThat(therapy.start().orElseThrow().value()).isEqualTo(2);
        assertThat(therapy.every().orElseThrow().value()).isEqualTo(12);
        assertThat(therapy.doses()).isEqualTo(OptionalInt.of(5));
        assertThat(therapy.duration().orElseThrow().value()).isEqualTo(1);
    }

    @Test
    void aRegimenFillsInWhatTheTherapyLeavesOpen() {
        Therapy therapy = therapy("{\"agent\": \"pembrolizumab\", \"regimen\": \"200 mg q3w\", \"start\": \"14 d\"}");
        assertThat(therapy.amount().orElseThrow().value()).isEqualTo(200);
        assertThat(therapy.amount().orElseThrow().place().file()).isEqualTo("agent.json");
        assertThat(therapy.duration().orElseThrow().value()).isEqualTo(30);
        assertThat(therapy.every().orElseThrow().value()).isEqualTo(3);
        assertThat(therapy.doses()).isEqualTo(OptionalInt.of(35));
        assertThat(therapy.start().orElseThrow().value()).isEqualTo(14);
    }

    @Test
    void explicitFieldsOverrideARegimenAndWhatContradictsThem() {
        Therapy therapy = therapy("{\"agent\": \"pembrolizumab\", \"regimen\": \"200 mg q3w\", \"amt\": \"2 mg/kg\","
                + " \"rate\": \"10 mg/h\", \"until\": \"1 y\"}");
        assertThat(therapy.amount().orElseThrow().value()).isEqualTo(2);
        assertThat(therapy.duration()).isEmpty();
        assertThat(therapy.rate().orElseThrow().value()).isEqualTo(10);
        assertThat(therapy.doses()).isEmpty();
        assertThat(therapy.until().orElseThrow().value()).isEqualTo(1);
        assertThat(therapy.every().orElseThrow().value()).isEqualTo(3);
    }

    @Test
    void aCycleReplacesTheIntervalOfARegimen() {
        Therapy therapy = therapy("{\"agent\": \"pembrolizumab\", \"regimen\": \"200 mg q3w\","
                + " \"cycle\": {\"length\": \"4 wk\", \"count\": 2}}");
        assertThat(therapy.every()).isEmpty();
        assertThat(therapy.doses()).isEmpty();
        assertThat(therapy.cycle().orElseThrow().days()).containsExactly(1);
        assertThat(therapy.cycle().orElseThrow().times()).isEmpty();
    }

    @Test
    void doseFilesAreReferences() {
        Scenario scenario = Read.scenario("{\"model\": \"m\", \"time\": {\"end\": 1},"
                + " \"therapies\": [{\"doses_file\": \"d.csv\", \"into\": \"T[2]\"}], \"doses_file\": \"e.csv\"}");
        Treatment.FromFile first = (Treatment.FromFile) scenario.therapies().get(0);
        assertThat(first.path()).isEqualTo("d.csv");
        assertThat(first.into().orElseThrow().name()).isEqualTo("T");
        assertThat(first.place().column()).isEqualTo(65);
        Treatment.FromFile second = (Treatment.FromFile) scenario.therapies().get(1);
        assertThat(second.path()).isEqualTo("e.csv");
        assertThat(second.into()).isEmpty();
    }

    @Test
    void rowsMayBeListed() {
        Scenario scenario = Read.scenario("{\"model\": \"m\", \"time\": {\"start\": \"1 d\", \"end\": \"1 y\","
                + " \"at\": [\"36 h\", \"1 wk\", 9]}}");
        assertThat(((Rows.At) scenario.time().rows()).times())
                .extracting(Literal::value)
                .containsExactly(36.0, 1.0, 9.0);
    }

    @Test
    void tolerancesMayDifferByState() {
        Scenario scenario = Read.scenario("{\"model\": \"m\", \"time\": {\"end\": 1},"
                + " \"solver\": {\"atol\": {\"T[1]\": 1e-3, \"E\": 2, \"default\": 1e-6}}}");
        assertThat(scenario.solver().atol()).isEqualTo(OptionalDouble.of(1e-6));
        assertThat(scenario.solver().perState())
                .extracting(Scenario.StateTolerance::atol)
                .containsExactly(1e-3, 2.0);
        assertThat(scenario.solver().perState().get(1).state()).isEqualTo(Reference.to("E"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"amount\": \"200 mq\"|30 error: /therapies/0/amount: \"200 mq\" is not a dose; expected a mass such as \"200 mg\""
                        + " (did you mean \"200 mg\"?)",
                "\"amount\": -1|30 error: /therapies/0/amount: -1 is negative; expected a dose of 0 or more",
                "\"amount\": null|30 error: /therapies/0/amount: null is not a dose; expected a mass such as \"200 mg\"",
                "\"amount\": 1, \"amt\": 1|33 error: /therapies/0/amt: \"amt\" means the same as \"amount\"; expected only one of them",
                "\"amount\": 1, \"duration\": \"1 h\", \"rate\": 1|52 error: /therapies/0/rate: \"rate\" together with \"duration\";"
                        + " expected only one of them",
                "\"amount\": 1, \"rate\": 0|41 error: /therapies/0/rate: 0 is not above 0; expected an infusion rate above 0",
                "\"amount\": 1, \"every\": 0|42 error: /therapies/0/every: 0 is not above 0; expected an interval above 0",
                "\"amount\": 1, \"every\": \"-1 d\"|42 error: /therapies/0/every: \"-1 d\" is not above 0; expected an interval above 0",
                "\"amount\": 1, \"every\": \"1 mg\"|42 error: /therapies/0/every: \"1 mg\" is not an interval;"
                        + " expected a time such as \"3 wk\"",
                "\"amount\": 1, \"every\": 1, \"doses\": 2, \"until\": 9|57 error: /therapies/0/until: \"until\" together with \"doses\";"
                        + " expected only one of them",
                "\"amount\": 1, \"every\": 1, \"doses\": 0|54 error: /therapies/0/doses: 0 is not a whole number of at least 1",
                "\"amount\": 1, \"every\": 1, \"doses\": 2.5|54 error: /therapies/0/doses: 2.5 is not a whole number of at least 1",
                "\"amount\": 1, \"every\": 1, \"doses\": \"3\"|54 error: /therapies/0/doses: \"3\" is not a whole number of at least 1",
                "\"amount\": 1, \"every\": 1, \"doses\": 1e12|54 error: /therapies/0/doses: 1e12 is too large; expected at most 1e9",
                "\"amount\": 1, \"doses\": 2|33 error: /therapies/0/doses: \"doses\" without \"every\"; expected the time from dose to dose",
                "\"amount\": 1, \"addl\": 2|33 error: /therapies/0/addl: \"addl\" without \"every\"; expected the time from dose to dose",
                "\"amount\": 1, \"addl\": -1, \"ii\": 1|41 error: /therapies/0/addl: -1 is not a whole number of at least 0",
                "\"amount\": 1, \"start\": \"-2 d\"|42 error: /therapies/0/start: \"-2 d\" is negative; expected a time of 0 or more",
                "\"amount\": 1, \"time\": -2|41 error: /therapies/0/time: -2 is negative; expected a time of 0 or more",
                "\"amount\": 1, \"lag\": -1|40 error: /therapies/0/lag: -1 is negative; expected a duration of 0 or more",
                "\"amount\": 1, \"bioavailability\": \"1 d\"|52 error: /therapies/0/bioavailability: \"1 d\" is not a share;"
                        + " expected a number such as 0.8",
                "\"amuont\": 1, \"amount\": 1|20 error: /therapies/0/amuont: \"amuont\" is not a known key (did you mean \"amount\"?)",
                "\"start\": 1|1 error: /therapies/0: \"amount\" is missing; expected a dose such as \"200 mg\"",
                "\"amount\": 1, \"into\": \"T\"|33 error: /therapies/0/into: \"into\" together with \"agent\"; expected only one of them",
                "\"amount\": 1, \"cycle\": {\"length\": 7, \"count\": 1}, \"every\": 1|69 error: /therapies/0/every:"
                        + " \"every\" together with \"cycle\"; expected only one of them",
                "\"amount\": 1, \"cycle\": {\"length\": 7}|42 error: /therapies/0/cycle: \"count\" is missing; expected the number of cycles",
                "\"amount\": 1, \"cycle\": {\"length\": 7, \"count\": 1, \"days\": [1, 1]}|80 error: /therapies/0/cycle/days/1:"
                        + " day 1 is named twice; expected each day once",
                "\"amount\": 1, \"cycle\": {\"length\": 7, \"count\": 1, \"days\": [0]}|77 error: /therapies/0/cycle/days/0:"
                        + " 0 is not a whole number of at least 1",
                "\"regimen\": \"200 mg q3v\"|31 error: /therapies/0/regimen: \"200 mg q3v\" is no regimen of pembrolizumab;"
                        + " expected one of \"200 mg q3w\" (did you mean \"200 mg q3w\"?)",
                "\"doses_file\": \"d.csv\", \"amount\": 1|43 error: /therapies/0/amount: \"amount\" together with \"doses_file\";"
                        + " expected it in the file only",
            })
    void aWrongTherapyIsExplained(String fields, String message) {
        String text =
                "{\"model\": \"m\", \"time\": {\"end\": 1}, \"therapies\": [\n{\"agent\":\"pembro\", " + fields + "}]}";
        Problems problems = new Problems();
        ScenarioReader.read(Read.json(text), name -> AgentReader.read(Read.example("agent"), new Problems()), problems);
        String[] parts = message.split(" ", 2);
        assertThat(Read.messages(problems)).containsExactly("f.json:2:" + parts[0] + ": " + parts[1]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"end\": 0}`|9 error: /time/end: the end, 0, is not after the start; expected a later time",
                "`{\"start\": \"2 d\", \"end\": \"48 h\"}`|25 error: /time/end: the end, \"48 h\", is not after the start; expected a later time",
                "`{\"start\": -1, \"end\": 2}`|11 error: /time/start: -1 is negative; expected a time of 0 or more",
                "`{\"every\": 1}`|1 error: /time: \"end\" is missing; expected the end of the run such as \"2 y\"",
                "`{\"end\": \"5 mg\"}`|9 error: /time/end: \"5 mg\" is not a time; expected a time such as \"14 d\"",
                "`{\"end\": 5, \"every\": 1, \"points\": 3}`|34 error: /time/points: \"points\" together with \"every\";"
                        + " expected only one of every, at, points",
                "`{\"end\": 5, \"every\": 0}`|21 error: /time/every: 0 is not above 0; expected an interval above 0",
                "`{\"end\": 5, \"points\": 1}`|22 error: /time/points: 1 is not a whole number of at least 2",
                "`{\"end\": 5, \"at\": []}`|18 error: /time/at: this list is empty; expected at least one time",
                "`{\"end\": 5, \"at\": [1, 1]}`|22 error: /time/at/1: 1 is not after the time before it; expected rising times",
                "`{\"end\": 5, \"at\": [1, 6]}`|22 error: /time/at/1: 6 is after the end; expected times up to the end",
                "`{\"start\": 2, \"end\": 5, \"at\": [1]}`|31 error: /time/at/0: 1 is before the start; expected times from the start",
                "`{\"end\": 5, \"evry\": 1}`|12 error: /time/evry: \"evry\" is not a known key (did you mean \"every\"?)",
                "`7`|1 error: /time: 7 is not an object; expected an object such as {\"end\": \"2 y\", \"every\": \"1 d\"}",
            })
    void aWrongTimeIsExplained(String time, String message) {
        expect("{\"model\": \"m\", \"time\":\n" + time + "}", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{}`|1 error: : \"when\" is missing; expected a condition such as \"recist == PD\"",
                "`{\"at\": {}}`|8 error: /at: neither \"start\" nor \"every\" is given; expected when to assess",
                "`{\"at\": {\"every\": 0}}`|18 error: /at/every: 0 is not above 0; expected an interval above 0",
                "`{\"at\": {\"every\": \"8 mg\"}}`|18 error: /at/every: \"8 mg\" is not an interval;"
                        + " expected a time such as \"3 wk\"",
                "`{\"at\": {\"start\": 1, \"until\": 3}}`|30 error: /at/until: \"until\" without \"every\";"
                        + " expected the time from assessment to assessment",
                "`{\"at\": {\"every\": 1, \"until\": 3, \"count\": 3}}`|42 error: /at/count:"
                        + " \"count\" together with \"until\"; expected only one of them",
                "`{\"confirm\": 0}`|13 error: /confirm: 0 is not a whole number of at least 1",
                "`{\"most\": 1.5}`|10 error: /most: 1.5 is not a whole number of at least 1",
                "`{\"when\": \"T\"}`|11 error: /when: the formula is a number; expected a condition such as \"T > 1e6\"",
                "`{\"do\": {}}`|8 error: /do: nothing to do; expected one of stop, hold, resume, give",
                "`{\"do\": {\"stop\": []}}`|17 error: /do/stop: this list is empty; expected at least one agent",
                "`{\"do\": {\"stop\": [\"x\"], \"hold\": [\"x\"]}}`|33 error: /do/hold/0:"
                        + " \"x\" under \"hold\" and under \"stop\"; expected only one of them",
                "`{\"do\": {\"stop\": [\"x\", \"x\"]}}`|23 error: /do/stop/1: \"x\" is named twice; expected only one of them",
                "`{\"do\": {\"stopp\": [\"x\"]}}`|9 error: /do/stopp: \"stopp\" is not a known key (did you mean \"stop\"?)",
                "`{\"do\": {\"give\": {\"into\": \"E\", \"amount\": 1, \"start\": 2}}}`|44 error: /do/give/start:"
                        + " \"start\" in what a rule gives; it begins with the decision; expected \"lag\" to give it later",
                "`{\"do\": {\"hold\": [\"E\"], \"give\": {\"into\": \"E\", \"amount\": 1}}}`|32 error: /do/give:"
                        + " \"E\" under \"give\" and under \"hold\"; expected only one of them",
                "`{\"do\": {\"give\": {\"amount\": 1}}}`|17 error: /do/give: neither \"agent\" nor \"into\" is given;"
                        + " expected what is dosed",
            })
    void aWrongRuleIsExplained(String rule, String message) {
        Problems problems = new Problems();
        Read.scenario(Read.json("{\"model\": \"m\", \"time\": {\"end\": 1}, \"rules\": [\n" + rule + "]}"), problems);
        String[] parts = message.split(" error: ", 2);
        assertThat(Read.messages(problems)).contains("f.json:2:" + parts[0] + ": error: /rules/0" + parts[1]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"modle\": 1`|1 error: /modle: \"modle\" is not a known key (did you mean \"model\"?)",
                "`\"xyz\": 1`|1 error: /xyz: \"xyz\" is not a known key; expected one of $schema, model, time, name,"
                        + " description, indices, patient, parameters, initial, therapies, doses_file, effects, events,"
                        + " rules, run_in, solver, output, outcome, sweep, expect",
                "`\"patient\": {\"weight\": \"70\"}`|23 error: /patient/weight: \"70\" is not a body weight;"
                        + " expected a mass such as \"70 kg\"",
                "`\"patient\": {\"weight\": 0}`|23 error: /patient/weight: 0 is not above 0; expected a body weight above 0",
                "`\"patient\": {\"bsa\": \"1.8 m\"}`|20 error: /patient/bsa: \"1.8 m\" is not a body surface area;"
                        + " expected an area such as \"1.8 m^2\"",
                "`\"indices\": {\"i\": 0}`|18 error: /indices/i: 0 is not a whole number of at least 1",
                "`\"indices\": {\"i\": 200000}`|18 error: /indices/i: 200000 members are too many; expected at most 100000",
                "`\"parameters\": {\"a\": true}`|21 error: /parameters/a: true is not a quantity;"
                        + " expected a number, or a quantity such as \"2e8 cell\"",
                "`\"parameters\": {\"a\": []}`|21 error: /parameters/a: this list is empty;"
                        + " expected one value per member of the family",
                "`\"effects\": [{\"parameter\": \"m\"}]`|13 error: /effects/0: \"becomes\" is missing;"
                        + " expected a formula such as \"0.5*m\"",
                "`\"effects\": [{\"parameter\": \"\", \"becomes\": \"1\"}]`|27 error: /effects/0/parameter: this text is empty;"
                        + " expected the name of a parameter",
                "`\"events\": [{\"set\": {}}]`|12 error: /events/0: \"when\" is missing; expected a condition such as \"T < 1\"",
                "`\"events\": [{\"when\": \"T < 1\", \"once\": 1}]`|38 error: /events/0/once: 1 is not true or false",
                "`\"solver\": {\"rtol\": 0}`|20 error: /solver/rtol: 0 is not above 0; expected a relative tolerance such as 1e-8",
                "`\"solver\": {\"rtol\": 1}`|20 error: /solver/rtol: 1 is too large; expected a relative tolerance below 1",
                "`\"solver\": {\"atol\": {\"T\": -1}}`|26 error: /solver/atol/T: -1 is not above 0;"
                        + " expected an absolute tolerance such as 1e-6",
                "`\"solver\": {\"max_steps\": 0}`|25 error: /solver/max_steps: 0 is not a whole number of at least 1",
                "`\"output\": {\"sides\": \"before\"}`|21 error: /output/sides: \"before\" is not known here;"
                        + " expected \"after\" or \"both\"",
                "`\"output\": {\"columns\": [\"T\", \"T\"]}`|29 error: /output/columns/1: \"T\" is named twice;"
                        + " expected each column once",
                "`\"output\": {\"columns\": \"T\"}`|23 error: /output/columns: \"T\" is not a list;"
                        + " expected a list of names such as [\"T\", \"E\"]",
                "`\"run_in\": {\"until\": \"T > 1\", \"limit\": 0}`|39 error: /run_in/limit: 0 is not above 0;"
                        + " expected an interval above 0",
                "`\"therapies\": [{\"amount\": 1}]`|15 error: /therapies/0: neither \"agent\" nor \"into\" is given;"
                        + " expected what is dosed",
                "`\"therapies\": [{\"into\": \"E\", \"regimen\": \"x\", \"amount\": 1}]`|40 error: /therapies/0/regimen:"
                        + " a regimen without an agent; expected \"agent\" beside \"regimen\"",
                "`\"therapies\": [{\"agent\": \"zzz\", \"regimen\": \"x\"}]`|43 error: /therapies/0/regimen:"
                        + " the library has no agent \"zzz\", so no regimen of it; expected an agent of `immunoedit agents`",
                "`\"therapies\": [{\"into\": \"E\", \"amount\": \"1 cel\"}]`|39 error: /therapies/0/amount: \"1 cel\" is not an amount;"
                        + " expected a number, or a quantity such as \"1e9 cell\" (did you mean \"1 cell\"?)",
                "`\"name\": 5`|9 error: /name: 5 is not a text; expected one line for people",
            })
    void aWrongScenarioIsExplained(String members, String message) {
        expect("{\"model\": \"m\", \"time\": {\"end\": 1},\n" + members + "}", message);
    }

    @Test
    void allFaultsAreReportedAtOnceInTheirOrder() {
        Problems problems = new Problems();
        Read.scenario(
                Read.json(
                        "{\n\"nmae\": \"x\",\n\"therapies\": [{\"into\": \"E\", \"amount\": \"1 mq\", \"every\": 0}, 5],\n"
                                + "\"events\": [{\"when\": \"T <\"}],\n\"time\": {\"points\": 0}\n}"),
                problems);
        assertThat(Read.messages(problems))
                .containsExactly(
                        "f.json:1:1: error: \"model\" is missing; expected a catalogue name or the path of a model document",
                        "f.json:2:1: error: /nmae: \"nmae\" is not a known key (did you mean \"name\"?)",
                        "f.json:3:39: error: /therapies/0/amount: \"1 mq\" is not an amount; expected a number,"
                                + " or a quantity such as \"1e9 cell\" (did you mean \"1 mg\"?)",
                        "f.json:3:56: error: /therapies/0/every: 0 is not above 0; expected an interval above 0",
                        "f.json:3:60: error: /therapies/1: 5 is not an object;"
                                + " expected an object such as {\"agent\": \"IL-2\", \"amount\": 1e6}",
                        "f.json:4:25: error: /events/0/when: the formula ends too early; expected a number, a name or \"(\"",
                        "f.json:5:9: error: /time: \"end\" is missing; expected the end of the run such as \"2 y\"",
                        "f.json:5:20: error: /time/points: 0 is not a whole number of at least 2");
    }

    @Test
    void overridesAreReadLikeTheRest() {
        Problems problems = new Problems();
        Json document = Read.json("{\"model\": \"m\", \"time\": {\"end\": 1}}");
        Json changed = Overrides.apply(
                document, List.of("therapies[0].into=E", "therapies[0].amount=1 mq", "tme.end=2"), problems);
        Read.scenario(changed, problems);
        assertThat(Read.messages(problems))
                .containsExactly(
                        "--set therapies[0].amount: error: /therapies/0/amount: \"1 mq\" is not an amount; expected a number,"
                                + " or a quantity such as \"1e9 cell\" (did you mean \"1 mg\"?)",
                        "--set tme.end: error: /tme: \"tme\" is not a known key (did you mean \"time\"?)");
    }

    private static void expect(String document, String message) {
        Problems problems = new Problems();
        Read.scenario(Read.json(document), problems);
        String[] parts = message.split(" ", 2);
        assertThat(Read.messages(problems)).containsExactly("f.json:2:" + parts[0] + ": " + parts[1]);
    }

    private static Therapy therapy(String text) {
        Scenario scenario = Read.scenario("{\"model\": \"m\", \"time\": {\"end\": 1}, \"therapies\": [" + text + "]}");
        return ((Treatment.Prescribed) scenario.therapies().get(0)).therapy();
    }
}
