package org.immunoedit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immunoedit.ode.Statistics;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.problem.Severity;
import org.immunoedit.protocol.Rule.Verb;
import org.immunoedit.protocol.Timeline.Dose;
import org.immunoedit.sim.Decision;
import org.immunoedit.sim.Decision.Effect;
import org.immunoedit.sim.Decision.Reading;
import org.immunoedit.unit.Unit;
import org.junit.jupiter.api.Test;

/** What becomes of results on their way into a sidecar. */
class SidecarTest {
    private record Part(String longName, double value, OptionalDouble there, Optional<Part> inner) {}

    @Test
    void recordsBecomeObjectsInSnakeCaseWithoutWhatIsAbsent() throws IOException {
        Part inner = new Part("in \"quotes\" µ", Double.NaN, OptionalDouble.empty(), Optional.empty());
        assertThat(written(new Part("out", 320000, OptionalDouble.of(2e23), Optional.of(inner))))
                .isEqualTo("{\n  \"long_name\": \"out\",\n  \"value\": 320000,\n  \"there\": 2e23,\n  \"inner\": {\n"
                        + "    \"long_name\": \"in \\\"quotes\\\" µ\",\n    \"value\": null\n  }\n}\n");
    }

    @Test
    void simpleValuesKeepTheirMeaning() throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("whole", 9_007_199_254_740_993L);
        values.put("optional", OptionalInt.of(3));
        values.put("infinite", Double.POSITIVE_INFINITY);
        values.put("nothing", null);
        values.put("enum", Severity.WARNING);
        values.put("flag", true);
        values.put("unit", Unit.ONE);
        values.put("empty", List.of());
        assertThat(written(values).replaceAll("\\s", ""))
                .isEqualTo("{\"whole\":9007199254740993,\"optional\":3,\"infinite\":null,\"nothing\":null,"
                        + "\"enum\":\"warning\",\"flag\":true,\"unit\":\"1\",\"empty\":[]}");
    }

    @Test
    void aProblemIsTheFlatObjectOfTheDiagnostics() throws IOException {
        Problem problem = Problem.warning("late", new Place("s.json", 4, 7, "/a"), "found", "expected")
                .withHint("hint");
        assertThat(written(problem).replaceAll("\\s", ""))
                .isEqualTo("{\"file\":\"s.json\",\"line\":4,\"column\":7,\"severity\":\"warning\",\"code\":\"late\","
                        + "\"pointer\":\"/a\",\"found\":\"found\",\"expected\":\"expected\",\"hint\":\"hint\"}");
    }

    @Test
    void anythingElseIsABug() {
        assertThatThrownBy(() -> Tree.of(new Object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no tree for java.lang.Object");
    }

    @Test
    void whatIsWrittenReadsBackAndTheStreamStaysOpen() throws IOException {
        boolean[] closed = {false};
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) {
                bytes.write(b);
            }

            @Override
            public void close() {
                closed[0] = true;
            }
        };
        Json scenario = Read.example("scenario");
        JsonWriter.write(scenario, out);
        assertThat(closed[0]).isFalse();
        Json again =
                JsonReader.parse(bytes.toByteArray(), "again", new Problems()).orElseThrow();
        assertThat(written(again)).isEqualTo(written(scenario));
        assertThat(((Json.Object) again).members().keySet())
                .containsExactlyElementsOf(((Json.Object) scenario).members().keySet());
    }

    @Test
    void aSourceIsKnownByItsHash() {
        // Example of FIPS 180-2, appendix B.1: the hash of "abc".
        assertThat(RunRecord.Source.of("model", "m.json", "abc".getBytes(StandardCharsets.US_ASCII))
                        .sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void aRunRecordHasTheKeysOfTheSidecar() throws IOException {
        RunRecord record = new RunRecord(
                "0.1.0",
                List.of("run", "s.json"),
                Read.json("{\"model\": \"m\"}"),
                List.of(new RunRecord.Source("model", "m", "00")),
                List.of(new RunRecord.Citation("model", "m", "A. Author, 1994")),
                "d",
                List.of(new RunRecord.Column("T", "cell", "tumor cells")),
                List.of(new Dose(14, 0, "drug", "A", 200, 0.5)),
                new RunRecord.SolverUse("auto", 1e-8, Map.of("T", 1e-6), List.of("Z")),
                new Statistics(1, 2, 3, 4, 5, 6, Map.of("tsit5", 1L)),
                0.25,
                new RunRecord.Ending("complete", 100, ""),
                OptionalDouble.empty(),
                List.of(new RunRecord.Fired(3, "T", true)),
                List.of(new Decision(
                        14,
                        0,
                        "progression",
                        2,
                        List.of(new Reading("recist", OptionalDouble.empty(), Optional.of("PD"))),
                        List.of(new Effect(Verb.STOP, "drug", 3)))),
                Optional.of(new Part("verdict", 1, OptionalDouble.empty(), Optional.empty())),
                Optional.empty(),
                List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        record.writeTo(out);

        Json.Object sidecar = (Json.Object) JsonReader.parse(out.toByteArray(), "s.meta.json", new Problems())
                .orElseThrow();
        assertThat(sidecar.members().keySet())
                .containsExactly(
                        "version",
                        "command",
                        "scenario",
                        "sources",
                        "citations",
                        "time_unit",
                        "columns",
                        "doses",
                        "solver",
                        "statistics",
                        "wall_seconds",
                        "ending",
                        "events",
                        "decisions",
                        "verdict",
                        "warnings");
        assertThat(flat(sidecar, "doses"))
                .isEqualTo("[{\"time\":14,\"therapy\":0,\"agent\":\"drug\",\"state\":\"A\","
                        + "\"amount\":200,\"duration\":0.5}]");
        assertThat(flat(sidecar, "solver"))
                .isEqualTo("{\"method\":\"auto\",\"rtol\":1e-8,\"atol\":{\"T\":1e-6},\"zero\":[\"Z\"]}");
        assertThat(flat(sidecar, "scenario")).isEqualTo("{\"model\":\"m\"}");
        assertThat(flat(sidecar, "citations"))
                .isEqualTo("[{\"kind\":\"model\",\"name\":\"m\",\"citation\":\"A.Author,1994\"}]");
        assertThat(flat(sidecar, "events")).isEqualTo("[{\"time\":3,\"label\":\"T\",\"extinction\":true}]");
    }

    @Test
    void defaultsAreWrittenOut() throws IOException {
        assertThat(filled("{\"model\": \"m\", \"time\": {\"end\": 10}}"))
                .isEqualTo(
                        "{\"model\":\"m\",\"time\":{\"end\":10,\"start\":0,\"points\":201},\"solver\":"
                                + "{\"method\":\"auto\",\"rtol\":1e-8,\"max_steps\":1000000},\"output\":{\"sides\":\"after\"}}");
    }

    @Test
    void whatAScenarioSaysStaysAsItIs() throws IOException {
        String full = "{\"time\":{\"end\":1e1,\"start\":2,\"every\":\"1d\"},\"run_in\":{\"until\":\"T>1\",\"limit\":5,"
                + "\"keep\":true},\"solver\":{\"method\":\"tsit5\",\"rtol\":1E-6,\"max_steps\":7},"
                + "\"output\":{\"sides\":\"both\"},\"therapies\":[{\"into\":\"E\",\"amount\":1}]}";
        assertThat(filled(full)).isEqualTo(full);
        for (String way : Arrays.asList("\"every\":1", "\"at\":[1]", "\"points\":5")) {
            assertThat(filled("{\"time\":{\"end\":9," + way + "}}"))
                    .startsWith("{\"time\":{\"end\":9," + way + ",\"start\":0}");
        }
    }

    @Test
    void theLimitOfARunInIsWrittenOut() throws IOException {
        assertThat(filled("{\"run_in\": {\"until\": \"T > 1\"}}"))
                .startsWith("{\"run_in\":{\"until\":\"T>1\",\"limit\":\"100y\",\"keep\":false}");
    }

    @Test
    void aRegimenIsWrittenOutUnderTheTherapysOwnFields() throws IOException {
        String therapy = "{\"agent\": \"pembrolizumab\", \"regimen\": \"200 mg q3w\", \"amt\": 5, \"rate\": 1}";
        assertThat(filled("{\"therapies\": [" + therapy + "]}"))
                .startsWith(
                        "{\"therapies\":[{\"agent\":\"pembrolizumab\",\"regimen\":\"200mgq3w\",\"amt\":5,\"rate\":1,"
                                + "\"every\":\"3wk\",\"doses\":35}]");
    }

    @Test
    void filledInDefaultsDoNotChangeWhatIsRead() {
        Json plain = Read.json(
                "{\"model\": \"m\", \"time\": {\"end\": \"1 y\"}, \"run_in\": {\"until\": \"T > 1\"},"
                        + " \"therapies\": [{\"agent\": \"pembrolizumab\", \"regimen\": \"200 mg q3w\", \"until\": \"90 d\"}]}");
        Problems problems = new Problems();
        Scenario first = Read.scenario(plain, problems).orElseThrow();
        Scenario second = Read.scenario(Defaults.fill(plain, SidecarTest::agent), problems)
                .orElseThrow();

        assertThat(problems.sorted()).isEmpty();
        assertThat(second.time().rows()).isEqualTo(first.time().rows());
        assertThat(second.solver().rtol()).isEqualTo(first.solver().rtol());
        assertThat(second.runIn().orElseThrow().limit().unit())
                .isEqualTo(first.runIn().orElseThrow().limit().unit());
        var before = ((Scenario.Treatment.Prescribed) first.therapies().get(0)).therapy();
        var after = ((Scenario.Treatment.Prescribed) second.therapies().get(0)).therapy();
        assertThat(after.doses()).isEqualTo(before.doses()).isEmpty();
        assertThat(after.every().orElseThrow().value())
                .isEqualTo(before.every().orElseThrow().value());
        assertThat(after.amount().orElseThrow().value()).isEqualTo(200);
    }

    private static Optional<AgentDocument> agent(String name) {
        return name.equals("pembrolizumab")
                ? AgentReader.read(Read.example("agent"), new Problems())
                : Optional.empty();
    }

    private static String filled(String scenario) throws IOException {
        return written(Defaults.fill(Read.json(scenario), SidecarTest::agent)).replaceAll("\\s", "");
    }

    private static String flat(Json.Object object, String key) throws IOException {
        return written(object.get(key).orElseThrow()).replaceAll("\\s", "");
    }

    private static String written(Object value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonWriter.write(Tree.of(value), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
