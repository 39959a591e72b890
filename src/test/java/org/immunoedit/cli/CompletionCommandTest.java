package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.CommandSpec;

class CompletionCommandTest {
    private final Shell shell = new Shell(new Workbench());

    @TempDir
    private Path directory;

    @Test
    void everyCommandAndOptionOccursEverywhere() throws IOException {
        assertThat(shell.run("completion", "-o", directory)).isEqualTo(new Shell.Result(0, "", ""));
        Path share = directory.resolve("share");
        String bash = Files.readString(share.resolve("bash-completion/completions/immunoedit"));
        String zsh = Files.readString(share.resolve("zsh/site-functions/_immunoedit"));
        assertThat(shell.run("completion", "bash").out()).isEqualTo(bash);
        assertThat(shell.run("completion", "zsh").out()).isEqualTo(zsh).startsWith("#compdef immunoedit\n");
        CommandSpec root = shell.spec();
        String main = Files.readString(share.resolve("man/man1/immunoedit.1"));
        for (CommandSpec command : BashCompletion.commands(root)) {
            String name = command.name();
            String manual = Files.readString(share.resolve("man/man1/immunoedit-" + name + ".1"));
            assertThat(main).contains("\n.B " + name + "\n");
            String words = bash.lines()
                    .filter(line -> line.strip().startsWith("'" + name + " -'*)"))
                    .findFirst()
                    .orElseThrow();
            String arguments = zsh.substring(zsh.indexOf("\n        " + name + ")\n"));
            arguments = arguments.substring(0, arguments.indexOf("&& return"));
            for (String option : command.optionsMap().keySet()) {
                assertThat(words).containsPattern("[' ]" + option + "[' ]");
                assertThat(arguments).as(name).containsPattern("['{,*]" + option + "[,}\\[]");
                assertThat(manual).containsPattern("\n\\.B .*" + option.replace("-", "\\\\-") + "[,=\n]");
            }
        }
    }

    @Test
    void aManualPageHasTheSectionsOfOne() {
        CommandSpec run = shell.spec().subcommands().get("run").getCommandSpec();
        String page = ManPage.of(run);
        assertThat(page.lines().filter(line -> line.startsWith(".SH ")))
                .containsExactly(
                        ".SH NAME",
                        ".SH SYNOPSIS",
                        ".SH ARGUMENTS",
                        ".SH OPTIONS",
                        ".SH EXIT STATUS",
                        ".SH EXAMPLES",
                        ".SH SEE ALSO");
        assertThat(page)
                .contains("immunoedit\\-run \\- Integrate scenarios and write time series as CSV\n")
                .contains(".SH SYNOPSIS\nimmunoedit run [OPTIONS] SCENARIO...\n")
                .contains(
                        ".RS\n.nf\nimmunoedit run scenarios/car\\-t/barros\\-rechallenge.json \\-o rows.csv\n.fi\n.RE\n")
                .contains(".BR immunoedit\\-sweep (1)");
        assertThat(page).doesNotContain("%%").contains("0 done, 1 a run failed numerically");
    }

    @Test
    void manualPagesAreGoodRoff() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/mandoc")), "no mandoc on this system");
        Path page = Files.writeString(
                directory.resolve("sweep.1"),
                ManPage.of(shell.spec().subcommands().get("sweep").getCommandSpec()));
        // a date would differ from build to build; long lines of source are nobody's trouble
        assertThat(process("mandoc", "-T", "lint", "-W", "warning", page.toString())
                        .lines()
                        .filter(line -> !line.contains("missing date")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "immunoedit va | validate",
                "immunoedit run --me | --method",
                "immunoedit run x.json --qu | --quiet",
                "immunoedit run --method tsi | tsit5",
                "immunoedit run --method = dop | dopri5 dop853 dopri8",
                "immunoedit models kuz | kuznetsov-1994",
                "immunoedit init --model barr | barros-2021",
                "immunoedit agents pembro | pembrolizumab",
                "immunoedit schema m | model",
                "immunoedit completion z | zsh",
                "immunoedit run sc | scenario.json",
                "immunoedit run -o ro | rows.csv",
                "immunoedit run -q sub | 'sub dir'",
                "immunoedit sweep scenario.json -o s | 'sub dir'",
                "immunoedit run --set para | ''",
                "immunoedit --he | --help"
            })
    void bashCompletes(String words, String expected) throws Exception {
        assumeTrue(Files.exists(Path.of("/bin/bash")), "no bash on this system");
        for (String file : List.of("scenario.json", "rows.csv", "scores.txt")) {
            Files.createFile(directory.resolve(file));
        }
        Files.createDirectory(directory.resolve("sub dir"));
        Path script = Files.writeString(
                directory.resolve("completion"), shell.run("completion", "bash").out());
        String[] line = words.split(" ");
        String test = "cd '" + directory + "'; source '" + script + "'; COMP_WORDS=(" + words + "); COMP_CWORD="
                + (line.length - 1) + "; _immunoedit; printf '%s\\n' \"${COMPREPLY[@]}\"";
        String found = process("bash", "--norc", "-c", test).strip().replace("\n", " ");
        assertThat(found).isEqualTo(expected.replace("'", "").strip());
    }

    @Test
    void theScriptForZshIsOne() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/zsh")), "no zsh on this system");
        Path script = Files.writeString(
                directory.resolve("_immunoedit"), shell.run("completion", "zsh").out());
        assertThat(process("zsh", "-n", script.toString())).isEmpty();
    }

    @Test
    void wrongWordsAreRefused() {
        assertThat(shell.run("completion", "zhs").err())
                .startsWith(
                        "immunoedit: no completion for \"zhs\"; expected one of bash, zsh (did you mean \"zsh\"?)\n");
        assertThat(shell.run("completion").code()).isEqualTo(2);
        assertThat(shell.run("completion", "bash", "-o", directory).code()).isEqualTo(2);
    }

    private static String process(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }
}
