package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.immunoedit.sweep.Journal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sweeps that are cut off, divided, joined, or run where another one stands. */
class SweepResumeTest {
    @TempDir
    private Path directory;

    private SweepShell shell;

    private Path scenario;

    @BeforeEach
    void writeScenario() throws IOException {
        shell = new SweepShell(directory);
        scenario = shell.scenario();
    }

    @Test
    void wherverItDiesResumingGivesTheSameBytes() throws IOException {
        sweep("whole", "--keep", "trajectories");
        byte[] results = Files.readAllBytes(shell.results("whole"));
        byte[] rows = Files.readAllBytes(shell.file("whole", "trajectories.csv"));
        Random random = new Random(4);
        for (int i = 0; i < 8; i++) {
            String name = "cut" + i;
            assertThat(sweep(name, "--keep", "trajectories").code()).isZero();
            // results never run ahead of the rows
            int lines = random.nextInt(13);
            int end = endOfLine(results, lines);
            int cut = Math.min(results.length, end + random.nextInt(30));
            Files.write(Journal.unfinished(shell.results(name)), Arrays.copyOf(results, cut));
            Files.delete(shell.results(name));
            if (i % 2 == 0) {
                int rowsEnd = endOfLine(rows, Math.min(1, lines) + 5 * 12);
                Files.write(Journal.unfinished(shell.file(name, "trajectories.csv")), Arrays.copyOf(rows, rowsEnd));
                Files.delete(shell.file(name, "trajectories.csv"));
            }
            assertThat(sweep(name, "--keep", "trajectories").code()).isEqualTo(2);
            assertThat(sweep(name, "--keep", "trajectories", "--resume").code()).isZero();
            assertThat(shell.results(name)).hasBinaryContent(results);
            assertThat(shell.file(name, "trajectories.csv")).hasBinaryContent(rows);
            // of which the rows before the cut have been read again
            assertThat(shell.file(name, "summary.json")).hasSameBinaryContentAs(shell.file("whole", "summary.json"));
        }
    }

    /** What a crash of the whole machine may leave: a line of another kind is where the table is cut off. */
    @ParameterizedTest
    @ValueSource(strings = {"7,0.1,1", "\0\0\0\0", "4,0.1", "extra", "later", "word"})
    void aDamagedLineEndsWhatIsKept(String damaged) throws IOException {
        sweep("whole");
        List<String> lines = new ArrayList<>(Files.readAllLines(shell.results("whole")));
        String fourth = switch (damaged) {
            case "extra" -> lines.get(4) + ",7";
            case "later" -> lines.get(7);
            case "word" -> lines.get(4).replaceFirst("(,ok,[a-z]*,)[^,]*", "$1soon");
            default -> damaged;
        };
        sweep("cut");
        Files.delete(shell.results("cut"));
        lines.set(4, fourth);
        Files.writeString(Journal.unfinished(shell.results("cut")), String.join("\n", lines.subList(0, 8)) + "\n");
        assertThat(sweep("cut", "--resume").code()).isZero();
        assertThat(shell.results("cut")).hasSameBinaryContentAs(shell.results("whole"));
    }

    /** The table gets its name last: where it stands, its summary does. */
    @Test
    void aSummaryThatCannotBeWrittenLeavesTheTableUnfinished() throws IOException {
        sweep("whole");
        Path inTheWay = Files.createDirectories(shell.file("d", "summary.json").resolve("x"));
        assertThat(sweep("d").code()).isEqualTo(4);
        assertThat(shell.results("d")).doesNotExist();
        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        assertThat(sweep("d", "--resume").code()).isZero();
        for (String file : List.of("results.csv", "summary.json", "summary.csv")) {
            assertThat(shell.file("d", file)).hasSameBinaryContentAs(shell.file("whole", file));
        }
    }

    @Test
    void anotherDesignIsRefused() throws IOException {
        assertThat(sweep("d").code()).isZero();
        byte[] before = Files.readAllBytes(shell.results("d"));
        assertThat(sweep("d", "--resume").code()).isZero();
        refused("--set", "parameters.s=1");
        refused("--seed", 2);
        refused("--keep", "trajectories");
        refused("--set", "sweep.arms={\"a\": {}}");
        refused("--set", "sweep.vary.parameters.d=[0.1]");
        refused("--shard", "1/3");
        assertThat(shell.results("d")).hasBinaryContent(before);
    }

    private void refused(Object... words) {
        Shell.Result other = sweep(
                "d", Stream.concat(Stream.of("--resume"), Stream.of(words)).toArray());
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("holds another sweep");
    }

    /** The model and a list of points are part of the design. */
    @ParameterizedTest
    @ValueSource(strings = {"m.json", "p.csv"})
    void anotherFileIsAnotherDesign(String changed) throws IOException {
        Files.writeString(directory.resolve("m.json"), """
                {"name": "m", "time": "d", "states": {"T": {"unit": "cell", "initial": 1}},
                 "parameters": {"a": {"value": 1, "unit": "1/d"}}, "rates": {"T": "-a*T"}, "outcome": {"tumor": "T"}}""");
        Files.writeString(directory.resolve("p.csv"), "parameters.a,initial.T\n1,10\n2,10\n");
        Files.writeString(scenario, """
                {"model": "m.json", "time": {"end": 1}, "sweep": {"design": "list", "file": "p.csv"}}""");
        shell.sweep(scenario, "d");
        shell.sweep(scenario, "d", "--resume");
        Path file = directory.resolve(changed);
        Files.writeString(file, Files.readString(file).replace("2,10", "2,11").replace("-a*T", "a*T"));
        assertThat(shell.attempt(scenario, "d", "--resume").code()).isEqualTo(2);
    }

    @Test
    void shardsJoinToTheWhole() throws IOException {
        sweep("whole", "--keep", "trajectories");
        for (int i = 1; i <= 3; i++) {
            sweep("part" + i, "--keep", "trajectories", "--shard", i + "/3");
        }
        Shell.Result missing = shell.merge("joined", "part1", "part3");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("shard 2/3 is missing");
        Shell.Result merged = shell.merge("joined", "part3", "part1", "part2");
        assertThat(merged.code()).isZero();
        assertThat(shell.results("joined")).hasSameBinaryContentAs(shell.results("whole"));
        assertThat(shell.file("joined", "trajectories.csv"))
                .hasSameBinaryContentAs(shell.file("whole", "trajectories.csv"));
        assertThat(counts("joined")).isEqualTo(counts("whole")).isNotEqualTo("{}");
        assertThat(sweep("joined", "--keep", "trajectories", "--resume").code()).isZero();
    }

    @Test
    void whatDoesNotBelongTogetherIsNotJoined() throws IOException {
        sweep("one", "--shard", "1/2");
        sweep("two", "--shard", "2/2");
        sweep("other", "--shard", "2/2", "--set", "parameters.s=2e4");
        sweep("third", "--shard", "2/3");
        assertThat(joined("one", "other")).contains("other belongs to another sweep than");
        assertThat(joined("one", "third")).contains("third belongs to another sweep than");
        assertThat(joined("one", "two", "two")).contains("are the same shard");
        Files.move(shell.results("two"), Journal.unfinished(shell.results("two")));
        assertThat(joined("one", "two")).contains("two is not finished; --resume goes on with it");
        // a finished table of before beside a sweep that has begun anew
        Files.copy(shell.results("one"), shell.results("two"));
        Path manifest = shell.file("two", "manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"complete\": true", "\"complete\": false"));
        assertThat(joined("one", "two")).contains("two is not finished; --resume goes on with it");
        assertThat(shell.file("joined", "results.csv")).doesNotExist();
    }

    /** Nothing of an earlier sweep stays beside the results of another one. */
    @Test
    void anotherSweepTakesThePlaceOfTheOneBefore() throws IOException {
        assertThat(sweep("d", "--keep", "trajectories").code()).isZero();
        assertThat(sweep("part", "--shard", "1/1").code()).isZero();
        assertThat(sweep("d", "--set", "parameters.s=2e4").code()).isZero();
        assertThat(shell.files("d"))
                .containsExactlyInAnyOrder("results.csv", "manifest.json", "summary.json", "summary.csv");
        assertThat(sweep("d", "--keep", "bands").code()).isZero();
        String find = "sweep={\"find\": {\"vary\": \"initial.T\", \"between\": [1, 2], \"phase\": \"escape\"}}";
        assertThat(shell.run("sweep", scenario, "--set", find, "-o", shell.file("d", ""))
                        .code())
                .isZero();
        assertThat(shell.files("d")).containsExactlyInAnyOrder("results.csv", "manifest.json", "probes.csv");
        assertThat(shell.merge("d", "part").code()).isZero();
        assertThat(shell.files("d"))
                .containsExactlyInAnyOrder("results.csv", "manifest.json", "summary.json", "summary.csv");
    }

    /** What is said of an attempt to join that fails. */
    private String joined(String... names) {
        Shell.Result result = shell.merge("joined", names);
        assertThat(result.code()).isEqualTo(2);
        return result.err();
    }

    private String counts(String name) throws IOException {
        return new ObjectMapper()
                .readTree(Files.readString(shell.file(name, "manifest.json")))
                .get("counts")
                .toString();
    }

    private static int endOfLine(byte[] bytes, int lines) {
        int end = 0;
        for (int i = 0; i <= lines && end < bytes.length; i++) {
            while (bytes[end++] != '\n') {
                continue;
            }
        }
        return end;
    }

    private Shell.Result sweep(String name, Object... words) {
        Stream<Object> vary = Stream.of("--vary", "parameters.a=0.1:0.2:4", "--vary", "initial.T=1e5:1e9:3:log");
        return shell.attempt(
                scenario, name, Stream.concat(vary, Stream.of(words)).toArray());
    }
}
