package org.immunoedit.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {
    private static final String DOCUMENT = "{\"name\": \"n\", \"parameters\": {\"a\": 1},"
            + " \"therapies\": [{\"amount\": 1}, {\"amount\": 2}], \"time\": {\"end\": 5}}";

    private final Problems problems = new Problems();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parameters.a=0.2|/parameters|a|0.2",
                "parameters.antigenicity[2]=0.1|/parameters|antigenicity[2]|0.1",
                "parameters.pembrolizumab.CL=0.3|/parameters|pembrolizumab.CL|0.3",
                "initial.T[1]=1e7 cell|/initial|T[1]|\"1e7 cell\"",
                "solver.atol.T[1]=1e-3|/solver/atol|T[1]|1e-3",
                "solver.rtol=1e-9|/solver|rtol|1e-9",
                "therapies[0].amount=400 mg|/therapies/0|amount|\"400 mg\"",
                "therapies[1].amount=\"400 mg\"|/therapies/1|amount|\"400 mg\"",
                "therapies[2].amount=7|/therapies/2|amount|7",
                "time.end=1e999|/time|end|\"1e999\"",
                "output.columns=[\"T\"]|/output|columns|a list",
                "indices.i=4|/indices|i|4",
                "name=|''|name|\"\"",
                "time.keep=true|/time|keep|true",
            })
    void aPathSetsOneValue(String setting, String parent, String key, String shown) {
        Json changed = Overrides.apply(document(), List.of(setting), problems);

        assertThat(problems.sorted()).isEmpty();
        Json value = ((Json.Object) at(changed, parent)).get(key).orElseThrow();
        assertThat(value.shown()).isEqualTo(shown);
        String path = setting.substring(0, setting.indexOf('='));
        assertThat(value.place()).isEqualTo(new Place("--set " + path, 0, 0, parent + "/" + key));
    }

    @Test
    void everythingElseStaysAsItWas() {
        Json.Object changed = (Json.Object) Overrides.apply(document(), List.of("therapies[1].amount=9"), problems);
        Json.Array before =
                (Json.Array) ((Json.Object) document()).get("therapies").orElseThrow();
        Json.Array after = (Json.Array) changed.get("therapies").orElseThrow();
        assertThat(changed.members().keySet()).containsExactly("name", "parameters", "therapies", "time");
        assertThat(after.items()).hasSize(2);
        assertThat(after.items().get(0)).isEqualTo(before.items().get(0));
        assertThat(after.place()).isEqualTo(before.place());
    }

    @Test
    void laterOverridesSeeEarlierOnes() {
        Json changed = Overrides.apply(document(), List.of("run_in={\"keep\": 1}", "run_in.keep=2"), problems);
        assertThat(((Json.Object) at(changed, "/run_in"))
                        .get("keep")
                        .orElseThrow()
                        .shown())
                .isEqualTo("2");
    }

    @Test
    void valuesFromTheCommandLineStandThereWithAllTheirParts() {
        Json changed = Overrides.apply(document(), List.of("patient={\"weight\": [1, null, false]}"), problems);
        Json.Array list = (Json.Array)
                ((Json.Object) at(changed, "/patient")).get("weight").orElseThrow();
        assertThat(list.items().get(1)).isEqualTo(new Json.Null(new Place("--set patient", 0, 0, "/patient/weight/1")));
        assertThat(list.items().get(2).place()).isEqualTo(new Place("--set patient", 0, 0, "/patient/weight/2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x|--set x: error: this is not an override; expected PATH=VALUE such as parameters.a=0.2",
                "=1|--set =1: error: this is not an override; expected PATH=VALUE such as parameters.a=0.2",
                "name.x=1|--set name.x: error: \"n\" at /name has no keys; expected an object",
                "time[0]=1|--set time[0]: error: an object at /time has no items; expected a list",
                "therapies[3].amount=1|--set therapies[3].amount: error: there is no item 3 in /therapies;"
                        + " expected 0 to 2, positions count from 0",
                "events[1]=1|--set events[1]: error: there is no item 1 in /events; expected 0, since the list is empty",
                "time..end=1|--set time..end: error: the path has an empty key;"
                        + " expected keys separated by dots such as therapies[0].amount",
                "time.=1|--set time.: error: the path cannot be read;"
                        + " expected keys and positions such as therapies[0].amount",
                "therapies[x].amount=1|--set therapies[x].amount: error: the path cannot be read;"
                        + " expected keys and positions such as therapies[0].amount",
            })
    void aPathThatNamesNothingIsAnError(String setting, String message) {
        Json changed = Overrides.apply(document(), List.of(setting), problems);
        assertThat(changed).isEqualTo(document());
        assertThat(problems.sorted()).extracting(Problem::toString).containsExactly(message);
    }

    private static Json document() {
        return JsonReader.parse(DOCUMENT, "s.json", new Problems()).orElseThrow();
    }

    private static Json at(Json root, String pointer) {
        Json json = root;
        for (String step :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/")) {
            json = json instanceof Json.Array array
                    ? array.items().get(Integer.parseInt(step))
                    : ((Json.Object) json).get(step).orElseThrow();
        }
        return json;
    }
}
