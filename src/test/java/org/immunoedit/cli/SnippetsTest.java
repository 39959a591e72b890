package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The programs in Python and R on the page about results run on what the commands of that page write, and print the
 * text of the block after them. Those marked {@code run} need the bare language, {@code run-with PACKAGE} a package
 * too; what a machine does not have is skipped.
 */
class SnippetsTest {
    private static final Path PAGE = Path.of("src", "site", "markdown", "results-in-r-and-python.md");
    private static final Map<String, String> PROGRAMS = Map.of("python", "python3", "r", "Rscript");
    private static final int MOST_SECONDS = 100;

    @TempDir
    static Path scratch;

    @BeforeAll
    static void runTheCommands() throws IOException {
        PageShell shell = new PageShell(scratch);
        for (PageBlock block : PageBlock.of(PAGE)) {
            if (block.kind().equals("sh")) {
                for (String line : block.commands()) {
                    shell.run(line);
                }
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> snippetsPrintWhatThePageSays() throws IOException {
        List<PageBlock> blocks = PageBlock.of(PAGE);
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i + 1 < blocks.size(); i++) {
            PageBlock block = blocks.get(i);
            if (PROGRAMS.containsKey(block.kind()) && !block.words().isEmpty()) {
                PageBlock printed = blocks.get(i + 1);
                assertThat(printed.kind()).as("block after " + block.text()).isEqualTo("text");
                String name = "block " + (i + 1) + " (" + block.kind() + " " + String.join(" ", block.words()) + ")";
                tests.add(DynamicTest.dynamicTest(name, () -> check(block, printed.text())));
            }
        }
        return tests.stream();
    }

    @Test
    void bothLanguagesAreShownAndThePublishedEquilibriumIsPrinted() throws IOException {
        List<PageBlock> blocks = PageBlock.of(PAGE);
        assertThat(blocks).anyMatch(block -> block.is("python", "run")).anyMatch(block -> block.is("r", "run"));
        assertThat(blocks.stream().filter(block -> block.kind().equals("text")))
                .as("the dormant tumor of Kuznetsov et al. 1994")
                .filteredOn(block -> block.text().contains("8.19e+06"))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    private static void check(PageBlock block, String printed) throws IOException, InterruptedException {
        String program = PROGRAMS.get(block.kind());
        need(program + " is not on this machine", List.of(program, "--version"));
        if (block.words().get(0).equals("run-with")) {
            String wanted = block.words().get(1);
            String ask = block.kind().equals("python") ? "import " + wanted : "library(" + wanted + ")";
            String option = block.kind().equals("python") ? "-c" : "-e";
            need(wanted + " for " + program + " is not on this machine", List.of(program, option, ask));
        }
        Path file = Files.writeString(Files.createTempFile(scratch, "snippet", "." + block.kind()), block.text());
        Ended ended = run(List.of(program, file.toString()));
        assertThat(ended.code()).as(block.text() + "\n" + ended.out()).isZero();
        assertThat(ended.out()).isEqualTo(printed);
    }

    private static void need(String otherwise, List<String> command) throws IOException, InterruptedException {
        boolean there = isOnPath(command.get(0)) && run(command).code() == 0;
        if (!there) {
            System.out.println("skipped: " + otherwise);
        }
        assumeTrue(there, otherwise);
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    private static Ended run(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(scratch, "printed", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(scratch.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end");
        }
        return new Ended(process.exitValue(), Files.readString(out));
    }

    private record Ended(int code, String out) {}
}
