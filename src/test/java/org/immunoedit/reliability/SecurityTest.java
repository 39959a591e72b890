package org.immunoedit.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.immunoedit.cli.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document is data: it reaches neither the JVM nor files that it does not name. */
class SecurityTest {
    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(directory);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.Runtime.getRuntime().exec('true')",
                "java.lang.System.exit(1)",
                "java.lang.Math.abs(T)",
                "T.getClass()",
                "new(java.lang.Object)",
                "${java:version}",
                "#{T}",
                "load('x')",
                "eval(T)",
                "T; T",
                "`id`",
                "$(id)"
            })
    void formulasKnowTheirOwnNamesOnly(String formula) {
        desk.model("d", formula);
        Shell.Result result = desk.run("validate", "@m.json");
        assertThat(result.code()).as(result.err()).isEqualTo(3);
        assertThat(result.err()).contains("m.json:1:").contains("/rates/T: ");
    }

    /** Names go into generated classes as numbers of places, so that none can be a descriptor or a keyword. */
    @ParameterizedTest
    @ValueSource(
            strings = {"class", "this", "int", "java.lang.Object", "Lorg.immunoedit", "V", "I", "rates", "goto", "_"})
    void namesThatMeanSomethingToTheJvmAreNames(String name) {
        desk.model("\"time\": \"d\", \"states\": {\"" + name
                        + "\": {\"unit\": \"cell\", \"initial\": 1}}, \"rates\": {\"" + name + "\": \"-" + name + "\"}")
                .scenario("\"time\": {\"end\": 1, \"points\": 3}");
        Shell.Result result = desk.run("run", "@s.json");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).startsWith("time," + name + "\n0.0,1.0\n").endsWith("1.0,0.367879441171442");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a;b", "<init>", "[I", "a b", "a\\nb", "", "1a", "a\\u0000", "\\u202e"})
    void namesThatAreNone(String name) {
        desk.model("\"time\": \"d\", \"states\": {\"" + name
                + "\": {\"unit\": \"cell\", \"initial\": 1}}, \"rates\": {\"" + name + "\": \"1\"}");
        assertThat(desk.run("validate", "@m.json").code()).isEqualTo(3);
    }

    @Test
    void hugePowersAreNumbersAndNotWork() {
        desk.model("d", "1 + 0*min(1, 9^9^9^9) + 1e-300^9").scenario("\"time\": {\"end\": 1}");
        assertThat(desk.run("run", "@s.json").code()).isEqualTo(1);
    }

    @Test
    void onlyTheOutputIsWritten() throws IOException {
        desk.model("d", "-T")
                .scenario("\"name\": \"../../escape\", \"time\": {\"end\": 1}, \"events\": [{\"when\": \"T < 0.5\","
                        + " \"label\": \"/tmp/escape\", \"set\": {\"T\": 1}}]");
        assertThat(desk.run("run", "@s.json", "-o", "@out.csv").code()).isZero();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(List.of("m.json", "s.json", "out.csv", "out.meta.json"));
        }
    }

    @Test
    void aFileThatIsNoModelIsNotShown() {
        desk.file("secret.json", "root:x:0:0").file("s.json", "{\"model\": \"secret.json\", \"time\": {\"end\": 1}}");
        assertThat(desk.run("run", "@s.json").err()).doesNotContain("root:x");
    }

    /** XML is written for figures, never read: there is no parser that an entity could use. */
    @Test
    void noXmlIsRead() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                assertThat(Files.readString(source))
                        .as(source.toString())
                        .doesNotContainPattern(
                                "SAXParser|XMLReader|XMLInputFactory|\\.parse\\([^)]*InputSource|Unmarshaller|TransformerFactory")
                        .doesNotContain("ObjectInputStream", "ScriptEngine", "ProcessBuilder", "Class.forName(");
            }
        }
    }
}
