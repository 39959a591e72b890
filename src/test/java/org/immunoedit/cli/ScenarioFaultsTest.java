package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every fault of a scenario is told once, at the value that is wrong, whichever stage finds it. */
class ScenarioFaultsTest {
    @TempDir
    private Path directory;

    /** What follows the model and the time, and the line, column and pointer of its only fault. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"therapies\": [{\"into\": \"E\", \"amount\": 1, \"every\": 2, \"doses\": 3, \"until\": 9}]|3:66: error: /therapies/0/until",
                "\"therapies\": [{\"into\": \"E\", \"amount\": 1, \"rate\": 2, \"duration\": 3}]|3:53: error: /therapies/0/duration",
                "\"therapies\": [{\"into\": \"E\", \"agent\": \"adoptive-cells\", \"amount\": 1}]|3:29: error: /therapies/0/agent",
                "\"therapies\": [{\"into\": \"E\", \"amount\": 1, \"doses\": 3}]|3:42: error: /therapies/0/doses",
                "\"therapies\": [{\"into\": \"E\", \"amount\": \"1 cel\"}]|3:39: error: /therapies/0/amount",
                "\"therapies\": [{\"into\": \"E\", \"amount\": 1, \"every\": 0, \"doses\": 3}]|3:51: error: /therapies/0/every",
                "\"therapies\": [{\"into\": \"EE\", \"amount\": 1}]|3:24: error: /therapies/0/into",
                "\"therapies\": [{\"amount\": 1, \"agent\": \"adoptive\"}]|3:38: error: /therapies/0/agent",
                "\"therapies\": [{\"amount\": 1, \"agent\": \"pembrolizumab\"}]|3:38: error: /therapies/0/agent",
                "\"therapies\": [{\"agent\": \"adoptive-cells\", \"regimen\": \"none\"}]|3:54: error: /therapies/0/regimen",
                "\"therapies\": [{\"into\": \"E\", \"amount\": \"1 cell/kg\"}], \"patient\": {\"weight\": \"7 cm\"}|3:76: error: /patient/weight",
                "\"indices\": {\"j\": 2}|3:18: error: /indices/j",
            })
    void aFaultIsToldOnceAndWhereItStands(String rest, String place) throws IOException {
        Shell.Result result = validate("{\"model\": \"kuznetsov-1994\",\n\"time\": {\"end\": 9},\n" + rest + "}");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err().lines()).as(result.err()).hasSize(1);
        assertThat(result.err()).contains("s.json:" + place + ": ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"start\": 5, \"end\": 5}|1:57: error: /time/end: the end, 5, is not after the start; expected a later time",
                "{\"end\": 5, \"at\": [3, 2]}|1:58: error: /time/at/1: 2 is not after the time before it; expected rising times",
                "{\"end\": 5, \"at\": [3, 7]}|1:58: error: /time/at/1: 7 is after the end; expected times up to the end",
                "{\"start\": \"24 h\", \"end\": 1}|1:62: error: /time/end: the end is not after the start; expected a later time",
                "{\"end\": 5, \"at\": [3, \"49 h\"]}|1:58: error: /time/at/1: this row is not in order;"
                        + " expected ascending times between the start and the end",
            })
    void aFaultOfTheTimeGridIsToldOnce(String time, String fault) throws IOException {
        Shell.Result result = validate("{\"model\": \"kuznetsov-1994\", \"time\": " + time + "}");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err().strip()).isEqualTo(directory.resolve("s.json") + ":" + fault);
    }

    @Test
    void aModelInSbmlIsRefusedInWords() throws IOException {
        Files.writeString(directory.resolve("m.xml"), "<sbml/>");
        Shell.Result result = validate("{\"model\": \"m.xml\", \"time\": {\"end\": 1}}");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err())
                .endsWith(
                        ":1:11: error: /model: SBML is not read; expected the path of a model document ending in .json\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"k*T\"|\"k*\"|/rates/T: the formula ends too early",
                "\"1/d\"|\"1/dd\"|/parameters/k/unit: \"dd\" in",
                "\"cell/d\"|\"cel/d\"|/definitions/growth/unit: \"cel\" in",
            })
    void aFaultOfAModelIsToldOnce(String sound, String faulty, String fault) throws IOException {
        String model = """
                {"name": "m", "time": "d", "states": {"T": {"unit": "cell", "extinct_below": "1 cell"}},
                 "parameters": {"k": {"value": 1, "unit": "1/d"}}, "rates": {"T": "k*T"},
                 "definitions": {"growth": {"is": "k*T", "unit": "cell/d"}}}
                """;
        assertThat(validate(model).code()).isZero();
        Shell.Result result = validate(model.replaceFirst(Pattern.quote(sound), faulty == null ? "" : faulty));
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err().lines()).as(result.err()).hasSize(1);
        assertThat(result.err()).contains(fault);
    }

    /** A formula is checked when all its symbols have units. */
    @Test
    void aSymbolWithoutUnitLeavesItsFormulasUnchecked() throws IOException {
        String model = """
                {"name": "m", "time": "d", "states": {"T": {"unit": "cell", "initial": 4}, "x": {"initial": 1}},
                 "parameters": {"k": {"value": 1}, "r": {"value": 1, "unit": "1/d"}},
                 "rates": {"T": "k*T + x", "x": "r*T"}, "definitions": {"burden": "T"}}
                """;
        Shell.Result result = validate(model);
        assertThat(result.code()).isZero();
        assertThat(result.err())
                .contains(
                        ":1:81: warning: /states/x: \"unit\" is missing here and in 1 other place, so formulas with such"
                                + " names are not checked for units; expected a unit such as \"cell/d\", or \"1\""
                                + " (\"units\": \"unchecked\" exempts a whole model)\n");
        Shell.Result mixed = validate(model.replace("\"burden\": \"T\"", "\"burden\": \"T + r\""));
        assertThat(mixed.code()).isEqualTo(3);
        assertThat(mixed.err()).contains("error: /definitions/burden: ");
        Shell.Result threshold = validate(model.replace("\"x\": {", "\"x\": {\"extinct_below\": \"1 cell\", "));
        assertThat(threshold.code()).isEqualTo(3);
        assertThat(threshold.err())
                .contains(
                        "error: /states/x/extinct_below: \"1 cell\" has a unit, but what it is compared with has none;"
                                + " expected a number");
        Files.writeString(directory.resolve("m.json"), model);
        String scenario = "{\"model\": \"m.json\", \"time\": {\"end\": 1}, \"parameters\": {\"k\": \"2 1/d\"}}";
        Shell.Result converted = validate(scenario);
        assertThat(converted.code()).isEqualTo(3);
        assertThat(converted.err())
                .contains("error: /parameters/k: \"1/d\" cannot be converted: the model declares no unit here;"
                        + " expected a number, or a unit in the model");
        assertThat(validate(scenario.replace("\"2 1/d\"", "2")).code()).isZero();
    }

    @Test
    void aModelIsNoScenario() throws IOException {
        Path file = directory.resolve("s.json");
        Files.writeString(file, "{\"name\": \"m\", \"time\": \"d\", \"states\": {}, \"rates\": {}}");
        Shell.Result result = Shell.whole().run("run", file);
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err())
                .endsWith(":1:1: error: this is the document of a model or an agent, not a scenario;"
                        + " expected a document with \"model\" and \"time\" that names it\n");
    }

    @ParameterizedTest
    @CsvSource({"parameters.a", "=1"})
    void anOverrideWithoutPathOrValueIsAWrongCommandLine(String setting) {
        for (String command : new String[] {"run", "validate"}) {
            Shell.Result result = Shell.whole().run(command, "s.json", "--set", setting);
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err()).contains("--set " + setting + " is not PATH=VALUE such as parameters.a=0.2");
        }
    }

    private Shell.Result validate(String document) throws IOException {
        Path file = directory.resolve("s.json");
        Files.writeString(file, document);
        return Shell.whole().run("validate", file);
    }
}
