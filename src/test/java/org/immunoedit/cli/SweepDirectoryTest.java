package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.immunoedit.sweep.Journal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Directories in which other processes have written, are writing, or were killed. */
class SweepDirectoryTest {
    private static final List<String> KILLED =
            List.of(".results.csv.0.tmp", ".manifest.json.0.tmp", ".manifest.json.1.tmp", ".summary.csv.0.tmp");

    @TempDir
    private Path directory;

    private SweepShell shell;

    private Path scenario;

    @BeforeEach
    void writeScenario() throws IOException {
        shell = new SweepShell(directory);
        scenario = shell.scenario();
    }

    private Shell.Result sweep(String name, Object... words) {
        Object[] all = Stream.concat(Stream.of("--vary", "parameters.a=0.1:0.2:9"), Stream.of(words))
                .toArray();
        return shell.attempt(scenario, name, all);
    }

    private void leave(String name, List<String> files) throws IOException {
        Files.createDirectories(shell.file(name, ""));
        for (String file : files) {
            Files.writeString(shell.file(name, file), "left");
        }
    }

    @Test
    void whatKilledProcessesHaveLeftIsRemoved() throws IOException {
        List<String> whole = List.of("manifest.json", "results.csv", "summary.csv", "summary.json");
        leave("d", KILLED);
        assertThat(sweep("d").code()).isZero();
        assertThat(shell.files("d")).isEqualTo(whole);
        leave("d", KILLED);
        Files.move(shell.results("d"), Journal.unfinished(shell.results("d")));
        assertThat(sweep("d", "--resume").code()).isZero();
        assertThat(shell.files("d")).isEqualTo(whole);
        assertThat(sweep("one", "--shard", "1/2").code()).isZero();
        assertThat(sweep("two", "--shard", "2/2").code()).isZero();
        leave("d", KILLED);
        assertThat(shell.merge("d", "one", "two").code()).isZero();
        assertThat(shell.files("d")).isEqualTo(whole);
        // what is not of a sweep stays
        leave("d", List.of(".phases.svg.0.tmp"));
        assertThat(sweep("d").code()).isZero();
        assertThat(shell.files("d")).hasSize(5).contains(".phases.svg.0.tmp");
    }

    /** Its results would be shown with the units and names of the sweep that has begun since. */
    @ParameterizedTest
    @ValueSource(strings = {"plot", "report"})
    void resultsOfASweepBeforeAreNotShownAsThoseOfThisOne(String command) throws IOException {
        sweep("d");
        assertThat(shell.run(command, shell.file("d", "")).code()).isZero();
        Path inTheWay =
                Files.createDirectories(shell.file("d", "trajectories.csv.part").resolve("x"));
        assertThat(sweep("d", "--keep", "trajectories").code()).isEqualTo(4);
        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        assertThat(shell.results("d")).exists();
        Shell.Result result = shell.run(command, shell.file("d", ""));
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("manifest.json:1:1: error: the sweep that was begun here is not finished");
        assertThat(sweep("d", "--keep", "trajectories", "--resume").code()).isZero();
        assertThat(shell.run(command, shell.file("d", "")).code()).isZero();
    }

    /** Killed when the results had their name already. */
    @Test
    void rowsThatBandsWereMadeOfAreRemovedLater() throws IOException {
        sweep("d", "--keep", "bands");
        List<String> whole = shell.files("d");
        leave("d", List.of("trajectories.csv.part"));
        assertThat(sweep("d", "--keep", "bands", "--resume").code()).isZero();
        assertThat(shell.files("d")).isEqualTo(whole).contains("bands.csv");
    }

    /** The process was killed when it had claimed the directory, and written nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"", "--resume"})
    void aClaimAloneIsNoSweep(String word) throws IOException {
        sweep("whole");
        leave("d", List.of());
        Files.createFile(Journal.unfinished(shell.results("d")));
        assertThat(sweep("d", word.isEmpty() ? new Object[0] : new Object[] {word})
                        .code())
                .isZero();
        assertThat(shell.results("d")).hasSameBinaryContentAs(shell.results("whole"));
    }

    @Test
    void whereAnotherProcessWritesNothingIsTouched() throws IOException {
        sweep("one", "--shard", "1/1");
        sweep("d", "--seed", 5);
        leave("d", KILLED);
        byte[] manifest = Files.readAllBytes(shell.file("d", "manifest.json"));
        Journal other = Journal.claim(shell.results("d"));
        try {
            List<String> files = shell.files("d");
            for (Shell.Result result :
                    List.of(sweep("d"), sweep("d", "--keep", "trajectories"), shell.merge("d", "one"))) {
                assertThat(result.code()).isEqualTo(4);
                assertThat(result.err()).contains("results.csv.part: error: another process is writing this sweep");
            }
            assertThat(shell.files("d")).isEqualTo(files);
            assertThat(shell.file("d", "manifest.json")).hasBinaryContent(manifest);
        } finally {
            other.close();
        }
    }

    /** What is in the way keeps the summary from being written, and stops the joining there. */
    @ParameterizedTest
    @ValueSource(strings = {"endpoints", "trajectories", "bands"})
    void aJoiningThatWasStoppedIsNeverTakenForTheSweepBefore(String keep) throws IOException {
        for (String setting : List.of("parameters.s=1e4", "parameters.s=2e4")) {
            assertThat(sweep(setting, "--keep", keep, "--set", setting).code()).isZero();
        }
        Object[] joined = {"--keep", keep, "--set", "parameters.s=2e4", "--shard", ""};
        for (int i = 1; i <= 2; i++) {
            joined[5] = i + "/2";
            assertThat(sweep("part" + i, joined).code()).isZero();
        }
        for (boolean merging : new boolean[] {true, false}) {
            String name = "d" + merging;
            sweep(name, "--keep", keep, "--set", "parameters.s=1e4");
            Path inTheWay = Files.move(shell.file(name, "summary.json"), shell.file(name, "aside"));
            Files.createDirectories(shell.file(name, "summary.json").resolve("x"));
            assertThat(shell.merge(name, "part1", "part2").code()).isEqualTo(4);
            Files.delete(shell.file(name, "summary.json").resolve("x"));
            Files.delete(shell.file(name, "summary.json"));
            Files.delete(inTheWay);

            Shell.Result before = sweep(name, "--keep", keep, "--set", "parameters.s=1e4", "--resume");
            assertThat(before.code()).isEqualTo(2);
            assertThat(before.err()).contains("holds another sweep");
            Shell.Result again = merging
                    ? shell.merge(name, "part2", "part1")
                    : sweep(name, "--keep", keep, "--set", "parameters.s=2e4", "--resume");
            assertThat(again.code()).as(again.err()).isZero();
            assertThat(shell.files(name)).isEqualTo(shell.files("parameters.s=2e4"));
            for (String file : shell.files(name)) {
                if (!file.equals("manifest.json")) {
                    assertThat(shell.file(name, file)).hasSameBinaryContentAs(shell.file("parameters.s=2e4", file));
                }
            }
        }
    }

    /** Who does not want to go on is told to remove the unfinished results, which leaves other files. */
    @Test
    void rowsOfASweepThatWasGivenUpAreRemoved() throws IOException {
        sweep("d", "--keep", "trajectories");
        Files.move(shell.file("d", "trajectories.csv"), shell.file("d", "trajectories.csv.part"));
        Files.delete(shell.results("d"));
        assertThat(sweep("d").code()).isZero();
        assertThat(shell.files("d")).containsExactly("manifest.json", "results.csv", "summary.csv", "summary.json");
    }
}
