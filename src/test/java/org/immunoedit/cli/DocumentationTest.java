package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.immunoedit.cli.Trial.Table;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Whatever the documentation shows works: command lines that begin with {@code immunoedit} run and end well, documents
 * are valid, a file that an example wrote is there for the next, a table after a command is what the command prints.
 *
 * <p>Words behind the language of a block change that. A block marked {@code sh no-run} is only shown. A command of
 * {@code sh fails} must fail, with the text of the block after it. A block with the name of a file ({@code json
 * my.json}, {@code csv doses.csv}) is saved under this name; a document marked {@code faulty} is not checked.
 */
class DocumentationTest {
    /** A scenario or a model; other JSON is a part of one. */
    private static final Pattern DOCUMENT = Pattern.compile("(?m)^  \"(model|states)\":");

    private static final PageBlock NONE = new PageBlock("", List.of(), "");

    @TempDir
    static Path scratch;

    @TestFactory
    Stream<DynamicTest> examplesWork() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
        try (Stream<Path> site = Files.list(Path.of("src", "site", "markdown"))) {
            site.sorted().forEach(pages::add);
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : pages) {
            PageBlock last = NONE;
            int n = 1;
            for (PageBlock block : PageBlock.of(page)) {
                PageBlock before = last;
                String name = page + " block " + n++ + " (" + block.kind() + ")";
                tests.add(DynamicTest.dynamicTest(name, () -> check(block, before)));
                last = block;
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> examplesOfTheHelpWork() {
        List<DynamicTest> tests = new ArrayList<>();
        CommandSpec root = root();
        for (CommandSpec command : commands(root)) {
            List<String> examples = Examples.of(command);
            assertThat(examples).as("examples of " + command.qualifiedName()).isNotEmpty();
            for (String example : examples) {
                tests.add(DynamicTest.dynamicTest(example, () -> shell().run(example)));
            }
        }
        return tests.stream();
    }

    @Test
    void examplesOfTheHelpAreShownAsTheyAreTyped() {
        for (CommandSpec command : commands(root())) {
            String help = new CommandLine(command).getUsageMessage(Ansi.OFF);
            for (String line : command.usageMessage().footer()) {
                if (line.startsWith("    ")) {
                    assertThat(help).contains("\n" + line + "\n");
                }
            }
        }
    }

    private static CommandSpec root() {
        return new Shell(new Workbench()).spec();
    }

    private static List<CommandSpec> commands(CommandSpec root) {
        List<CommandSpec> commands = new ArrayList<>(List.of(root));
        commands.addAll(BashCompletion.commands(root));
        return commands;
    }

    private static void check(PageBlock block, PageBlock before) throws IOException {
        switch (block.kind()) {
            case "sh" -> runAll(block);
            case "json" -> document(block);
            case "csv" -> table(block, before);
            case "text" -> message(block, before);
            default -> {
                // other blocks are pictures, messages or programs of other languages
            }
        }
    }

    private static void runAll(PageBlock block) throws IOException {
        if (!block.words().isEmpty()) {
            assertThat(block.words()).isSubsetOf("no-run", "fails");
            return;
        }
        for (String line : block.commands()) {
            shell().run(line);
        }
    }

    private static void document(PageBlock block) throws IOException {
        Path file = saved(block);
        if (DOCUMENT.matcher(block.text()).find() && !block.words().contains("faulty")) {
            Shell.Result result = new Shell(new Workbench()).run("validate", file);
            assertThat(result.code()).as(block.text() + "\n" + result.err()).isZero();
        }
    }

    private static void table(PageBlock block, PageBlock before) throws IOException {
        if (block.words().isEmpty()) {
            compare(
                    Table.of(block.text()),
                    Table.of(shell().run(before.commands().get(0))));
        } else {
            saved(block);
        }
    }

    private static void message(PageBlock block, PageBlock before) throws IOException {
        if (before.is("sh", "fails")) {
            assertThat(shell().complaint(before.commands().get(0))).isEqualTo(block.text());
        }
    }

    /** A block as a file, under the name behind its language if there is one. */
    private static Path saved(PageBlock block) throws IOException {
        Path file = block.words().isEmpty()
                ? Files.createTempFile(scratch, "example", "." + block.kind())
                : scratch.resolve(block.words().get(0));
        return Files.writeString(file, block.text());
    }

    private static PageShell shell() {
        return new PageShell(scratch);
    }

    private static void compare(Table shown, Table printed) {
        assertThat(printed.columns().keySet())
                .containsExactlyElementsOf(shown.columns().keySet());
        for (String column : shown.columns().keySet()) {
            double[] a = shown.numbers(column);
            double[] b = printed.numbers(column);
            assertThat(b).hasSameSizeAs(a);
            for (int i = 0; i < a.length; i++) {
                assertThat(b[i]).as(column + " in row " + i).isCloseTo(a[i], within(1e-6 * Math.abs(a[i]) + 1e-12));
            }
        }
    }
}
