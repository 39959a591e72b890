package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
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
 * are valid, a file that an example wrote is there for the next, a table after a command is what the command prints. A
 * block marked {@code sh no-run} is only shown.
 */
class DocumentationTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    /** A scenario or a model; other JSON is a part of one. */
    private static final Pattern DOCUMENT = Pattern.compile("(?m)^  \"(model|states)\":");

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

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
            String last = "";
            Matcher blocks = BLOCK.matcher(Files.readString(page));
            for (int n = 1; blocks.find(); n++) {
                String kind = blocks.group(1);
                String text = blocks.group(2);
                String before = last;
                tests.add(DynamicTest.dynamicTest(
                        page + " block " + n + " (" + kind + ")", () -> check(kind, text, before)));
                last = text;
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
                tests.add(DynamicTest.dynamicTest(example, () -> run(example)));
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

    private static void check(String kind, String text, String before) throws IOException {
        switch (kind) {
            case "sh" -> runAll(commands(text));
            case "json" -> validate(text);
            case "csv" -> compare(Table.of(text), Table.of(run(commands(before).get(0))));
            default -> {
                // other blocks are pictures or messages
            }
        }
    }

    private static void runAll(List<String> lines) throws IOException {
        for (String line : lines) {
            run(line);
        }
    }

    private static List<String> commands(String block) {
        return block.replace("\\\n", " ")
                .lines()
                .filter(line -> line.startsWith("immunoedit "))
                .toList();
    }

    private static String run(String line) throws IOException {
        List<Object> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line.substring("immunoedit ".length()));
        while (matcher.find()) {
            String word = matcher.group(1) != null ? matcher.group(1) : matcher.group(matcher.group(2) != null ? 2 : 3);
            boolean output = !words.isEmpty() && words.get(words.size() - 1).equals("-o");
            boolean written = !word.isEmpty() && Files.exists(scratch.resolve(word));
            if (word.contains("*") && !word.contains("=")) {
                words.addAll(files(word));
            } else {
                words.add(output || written ? scratch.resolve(word).toString() : word);
            }
        }
        Shell.Result result = new Shell(new Workbench()).run(words.toArray());
        assertThat(result.code()).as(line + "\n" + result.err()).isZero();
        return result.out();
    }

    /** What a shell makes of a pattern. */
    private static List<String> files(String pattern) throws IOException {
        Path path = Path.of(pattern);
        List<String> files = new ArrayList<>();
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(path.getParent(), path.getFileName().toString())) {
            found.forEach(file -> files.add(file.toString()));
        }
        assertThat(files).as(pattern).isNotEmpty();
        return files.stream().sorted().toList();
    }

    private static void validate(String text) throws IOException {
        if (!DOCUMENT.matcher(text).find()) {
            return;
        }
        Path file = Files.writeString(Files.createTempFile(scratch, "example", ".json"), text);
        Shell.Result result = new Shell(new Workbench()).run("validate", file);
        assertThat(result.code()).as(text + "\n" + result.err()).isZero();
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
