package org.immunoedit.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.immunoedit.cli.Shell;
import org.immunoedit.io.NamedOutput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Output of every command that writes: into a full disk, and to a reader that goes away. */
class OutputTest {
    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(directory)
                .model(
                        "\"time\": \"d\", \"states\": {\"T\": {\"unit\": \"cell\", \"initial\": 1}}, \"parameters\": {\"a\":"
                                + " {\"value\": 1, \"unit\": \"1\"}}, \"rates\": {\"T\": \"a*T\"}, \"claims\": [{\"about\":"
                                + " \"it grows\", \"run\": {\"time\": {\"end\": 1}}, \"expect\": {\"T@end\": 2.718}, \"rtol\": 0.01}]")
                .scenario("\"time\": {\"end\": 5}, \"outcome\": {\"tumor\": \"T\"}, \"sweep\": {\"vary\":"
                        + " {\"parameters.a\": [1, 2]}}");
        Shell.Result run = desk.run("run", "@s.json", "-o", "@out.csv", "--quiet");
        assertThat(run.code()).as(run.err()).isZero();
    }

    private static Stream<String> commands() {
        return Stream.of(
                "run @s.json --quiet",
                "explain @s.json",
                "explain @s.json --json",
                "sweep @s.json --dry-run",
                "models",
                "models kuznetsov-1994",
                "agents",
                "agents pembrolizumab",
                "verify @m.json",
                "schema scenario",
                "init",
                "plot @out.csv -o -",
                "report @out.csv -o -",
                "completion bash",
                "--help",
                "report --help",
                "--version");
    }

    private Shell.Result into(String failure, String command) {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(failure);
            }
        };
        OutputStream out = new NamedOutput(new BufferedOutputStream(broken), "standard output");
        return Shell.whole().run(out, desk.places(command.split(" ")));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aFullDiskBehindStandardOutputIsTold(String command) {
        Shell.Result result = into("No space left on device", command);
        String told = command.endsWith("--json")
                ? "{\"file\":\"standard output\",\"line\":0,\"column\":0,\"severity\":\"error\",\"code\":\"io\","
                        + "\"pointer\":\"\",\"found\":\"No space left on device\""
                : "standard output: error: No space left on device";
        assertThat(result.err().lines().filter(line -> line.contains("error")))
                .singleElement()
                .asString()
                .contains(told);
        assertThat(result.code()).isEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aReaderThatGoesAwayIsNoError(String command) {
        Shell.Result result = into("Broken pipe", command);
        assertThat(result.err()).doesNotContain("error");
        assertThat(result.code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run @s.json --quiet -o @full.csv",
                "explain @s.json -o @full.csv",
                "plot @out.csv -o @full.svg",
                "plot @out.csv -o @full.png",
                "report @out.csv -o @full.html",
                "init -o @full.json"
            })
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no /dev/full")
    void aFullDiskBehindAFileIsTold(String command) throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no /dev/full");
        String name = command.substring(command.lastIndexOf('@') + 1);
        Files.createSymbolicLink(directory.resolve(name), full);
        Shell.Result result = desk.run(command.split(" "));
        assertThat(result.err().lines().filter(line -> line.contains("error")))
                .singleElement()
                .asString()
                .contains(name + ": error: No space left on device");
        assertThat(result.code()).isEqualTo(4);
        assertThat(directory.resolve(name)).isSymbolicLink();
    }
}
