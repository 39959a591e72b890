package org.immunoedit.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.immunoedit.cli.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One scenario gives the same bytes: again, with other numbers of threads, under other locales, after a resumption. */
class SameBytesTest {
    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(directory).file("s.json", """
                {"model": "kuznetsov-1994", "time": {"end": 60, "every": 1.5}, "solver": {"rtol": 1e-7},
                 "sweep": {"design": "lhs", "samples": 24, "seed": 5, "keep": "trajectories",
                           "vary": {"parameters.a": {"from": 0.1, "to": 0.3},
                                    "initial.T": {"distribution": "lognormal", "median": "1e6 cell", "cv": 2}}}}
                """);
    }

    private Map<String, String> sweep(String name, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("sweep", "@s.json", "-o", "@" + name));
        words.addAll(Arrays.asList(more));
        Shell.Result result = desk.run(words.toArray(String[]::new));
        assertThat(result.code()).as(result.err()).isZero();
        Map<String, String> tables = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory.resolve(name))) {
            for (Path file :
                    files.filter(path -> !path.endsWith("manifest.json")).toList()) {
                tables.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return tables;
    }

    @ParameterizedTest
    @CsvSource({"1, en-US", "8, en-US", "1, tr-TR", "8, tr-TR", "8, ar-EG-u-nu-arab"})
    void ofASweep(int threads, String locale) throws IOException {
        Map<String, String> first = sweep("first", "--threads", "1");
        assertThat(first).containsKeys("results.csv", "trajectories.csv", "summary.csv", "summary.json");
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            assertThat(sweep("again", "--threads", Integer.toString(threads))).isEqualTo(first);
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void ofASweepThatGoesOnAfterAPart() throws IOException {
        Map<String, String> whole = sweep("whole", "--threads", "1");
        sweep("one", "--threads", "8", "--shard", "1/2");
        sweep("two", "--threads", "1", "--shard", "2/2");
        Shell.Result merged = desk.run("sweep", "--merge", "@one", "@two", "-o", "@both");
        assertThat(merged.code()).as(merged.err()).isZero();
        assertThat(directory.resolve("both/results.csv")).hasContent(whole.get("results.csv"));
        assertThat(sweep("whole", "--threads", "8", "--resume")).isEqualTo(whole);
    }

    @Test
    void ofARun() {
        String rows = desk.run("run", "@s.json").out();
        assertThat(rows).hasLineCount(42);
        assertThat(desk.run("run", "@s.json", "--threads", "8").out()).isEqualTo(rows);
        assertThat(desk.run("run", "@s.json").out()).isEqualTo(rows);
    }

    /** Sets without an order of their own would stand in another one in each JVM. */
    @Test
    void listsOfASidecarStandInTheOrderOfTheModel() throws IOException {
        StringBuilder states = new StringBuilder();
        StringBuilder rates = new StringBuilder();
        List<String> names = List.of("q", "b", "z", "a", "m", "c");
        for (String name : names) {
            states.append(", \"").append(name).append("\": {\"unit\": \"1\", \"initial\": 0}");
            rates.append(", \"").append(name).append("\": \"-").append(name).append("\"");
        }
        desk.file(
                "m.json",
                "{\"name\": \"m\", \"time\": \"d\", \"units\": \"unchecked\", \"units_reason\": \"a test\","
                        + " \"states\": {\"x\": {\"unit\": \"1\", \"initial\": 1}" + states
                        + "}, \"rates\": {\"x\": \"-x\"" + rates
                        + "}}");
        desk.file("r.json", "{\"model\": \"m.json\", \"time\": {\"end\": 1, \"every\": 1}}");
        Shell.Result result = desk.run("run", "@r.json", "-o", "@r.csv");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(Files.readString(directory.resolve("r.meta.json")).replaceAll("\\s", ""))
                .contains("\"zero\":[\"q\",\"b\",\"z\",\"a\",\"m\",\"c\"]");
    }
}
