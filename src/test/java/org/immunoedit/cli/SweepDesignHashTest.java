package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What belongs to a design, so that a directory of another one is never gone on with. */
class SweepDesignHashTest {
    @TempDir
    private Path directory;

    private SweepShell shell;

    @BeforeEach
    void openShell() {
        shell = new SweepShell(directory);
    }

    private Path write(String sweep) throws IOException {
        return KnownBoundaries.scenario(directory, "\"sweep\": {" + sweep + "}");
    }

    private void assertRefused(Path scenario, Object... words) {
        Shell.Result other = shell.attempt(scenario, "d", words);
        assertThat(other.code()).as(other.err()).isEqualTo(2);
        assertThat(other.err()).contains("holds another sweep");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'find': {'vary': 'parameters.kill', 'between': [0, 4], 'phase': 'elimination'} | sweep.find.rtol=0.02",
                "'find': {'vary': 'parameters.kill', 'between': [0, 4], 'phase': 'elimination'} | sweep.find.scan=16",
                "'vary': {'initial.T': [10, 20]}, 'arms': {'a': {}, 'b': {'initial.D': 5}} | sweep.arms.b={\"initial.D\": 4}",
                "'vary': {'initial.T': [10, 20]}, 'arms': {'a': {}, 'b': {'initial.D': 5}} | sweep.arms.c={}",
                "'design': 'adaptive', 'levels': 1, 'vary': {'initial.T': {'from': 10, 'to': 20, 'count': 2},"
                        + " 'parameters.kill': {'from': 1, 'to': 3, 'count': 2}} | sweep.levels=2",
            })
    void aChangedSearchArmOrMapIsAnother(String sweep, String setting) throws IOException {
        Path scenario = write(sweep.replace('\'', '"'));
        shell.sweep(scenario, "d");
        assertRefused(scenario, "--resume", "--set", setting);
        assertRefused(scenario, "--resume", "--set", "parameters.half=11");
        assertRefused(scenario, "--resume", "--time-limit", 99);
        shell.sweep(scenario, "d", "--resume", "--threads", 2);
    }

    /** A table of doses for each patient, more than are tried before the sweep. */
    @ParameterizedTest
    @CsvSource({"3, 3", "3, 8", "250, 250"})
    void everyFileThatAPointNamesBelongsToIt(int one, int other) throws IOException {
        String points = IntStream.rangeClosed(1, 250)
                .mapToObj(i -> "doses" + i + ".csv\n")
                .reduce("therapies[0].doses_file\n", String::concat);
        Files.writeString(directory.resolve("points.csv"), points);
        for (int i = 1; i <= 250; i++) {
            Files.writeString(doses(i), "time,amt\n1," + i + "\n");
        }
        Path scenario = KnownBoundaries.scenario(
                directory,
                "\"therapies\": [{\"into\": \"D\", \"doses_file\": \"doses1.csv\"}],"
                        + " \"sweep\": {\"design\": \"list\", \"file\": \"points.csv\"}");
        shell.sweep(scenario, "d");
        // one that is changed, or two that change places
        String first = Files.readString(doses(one));
        Files.writeString(
                doses(one),
                one == other ? first.replace("time,amt\n1", "time,amt\n2") : Files.readString(doses(other)));
        if (one != other) {
            Files.writeString(doses(other), first);
        }
        assertRefused(scenario, "--resume");
    }

    private Path doses(int patient) {
        return directory.resolve("doses" + patient + ".csv");
    }

    @Test
    void itDoesNotMatterWhereTheScenarioStands() throws IOException {
        shell.sweep(write("\"vary\": {\"initial.T\": [10, 20]}"), "d");
        Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
        for (String file : new String[] {"s.json", "m.json"}) {
            Files.copy(directory.resolve(file), elsewhere.resolve(file));
        }
        shell.sweep(elsewhere.resolve("s.json"), "e");
        assertThat(hash("e")).isEqualTo(hash("d")).hasSize(64);
    }

    private String hash(String name) throws IOException {
        return new ObjectMapper()
                .readTree(Files.readString(shell.file(name, "manifest.json")))
                .get("design_hash")
                .asText();
    }
}
