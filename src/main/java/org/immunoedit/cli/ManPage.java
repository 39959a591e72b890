package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Manual pages in the roff of {@code man(7)}, from the same words as the help. */
final class ManPage {
    private static final String EXIT = "Exit codes: ";

    private final CommandSpec spec;
    private final StringBuilder text = new StringBuilder();

    private ManPage(CommandSpec spec) {
        this.spec = spec;
    }

    /** The page of the program or of one of its commands. */
    static String of(CommandSpec spec) {
        return new ManPage(spec).page();
    }

    /** Name of a page: {@code immunoedit-run}. */
    static String name(CommandSpec spec) {
        return spec.qualifiedName("-");
    }

    private String page() {
        text.append(".TH %s 1 \"\" \"immunoedit %s\" \"User Commands\"\n"
                .formatted(escaped(name(spec).toUpperCase(Locale.ROOT)), App.version()));
        String[] description = spec.usageMessage().description();
        String purpose = String.join(" ", description).replaceAll("\\.$", "");
        section("NAME");
        text.append(escaped(name(spec)))
                .append(" \\- ")
                .append(escaped(purpose))
                .append('\n');
        section("SYNOPSIS");
        paragraph(new CommandLine(spec).getHelp().abbreviatedSynopsis().strip());
        List<CommandSpec> commands = BashCompletion.commands(spec);
        commands("COMMANDS", commands);
        if (!spec.positionalParameters().isEmpty()) {
            section("ARGUMENTS");
            spec.positionalParameters().forEach(this::argument);
        }
        section("OPTIONS");
        spec.options().forEach(this::option);
        footer();
        if (spec.parent() == null) {
            environment();
        }
        section("SEE ALSO");
        List<CommandSpec> others = spec.parent() == null ? commands : BashCompletion.commands(spec.parent());
        text.append(Stream.concat(Stream.ofNullable(spec.parent()), others.stream())
                        .filter(other -> other != spec)
                        .map(other -> ".BR " + escaped(name(other)) + " (1)")
                        .collect(Collectors.joining(",\n")))
                .append('\n');
        return text.toString();
    }

    private void commands(String title, List<CommandSpec> commands) {
        if (commands.isEmpty()) {
            return;
        }
        section(title);
        for (CommandSpec command : commands) {
            item(command.name(), command.usageMessage().description());
        }
    }

    private void argument(PositionalParamSpec argument) {
        item(argument.paramLabel(), argument.description());
    }

    private void option(OptionSpec option) {
        String value = option.arity().max() > 0 ? "=" + option.paramLabel() : "";
        item(String.join(", ", option.names()) + value, option.description());
    }

    private void item(String term, String... description) {
        text.append(".TP\n.B ").append(escaped(term)).append('\n');
        text.append(line(String.join(" ", description))).append('\n');
    }

    /** Exit codes and examples stand in the help's footer. */
    private void footer() {
        List<String> plain = new ArrayList<>();
        List<String> examples = new ArrayList<>();
        String exit = "";
        for (String line : spec.usageMessage().footer()) {
            if (line.startsWith(EXIT)) {
                exit = line.substring(EXIT.length());
            } else if (line.startsWith("  ")) {
                examples.add(line);
            } else if (!line.isEmpty() && !line.equals(Examples.TITLE)) {
                plain.add(line);
            }
        }
        if (!plain.isEmpty()) {
            section("NOTES");
            text.append(plain.stream().map(this::line).collect(Collectors.joining("\n.PP\n")))
                    .append('\n');
        }
        if (!exit.isEmpty()) {
            section("EXIT STATUS");
            paragraph(exit);
        }
        examples(examples);
    }

    private void examples(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        section("EXAMPLES");
        boolean shown = false;
        String separator = "";
        for (String line : lines) {
            boolean command = line.startsWith("    ");
            if (command != shown) {
                text.append(command ? ".RS\n.nf\n" : ".fi\n.RE\n");
                shown = command;
            }
            text.append(command ? "" : separator)
                    .append(line(command ? line.substring(4) : line.strip()))
                    .append('\n');
            separator = ".PP\n";
        }
        text.append(".fi\n.RE\n");
    }

    private void environment() {
        section("ENVIRONMENT");
        item("JAVA_HOME", "Java 17 or newer to run with; default: java of the PATH.");
        item("IMMUNOEDIT_JAVA_OPTS", "Options for the JVM, for example -Xmx4g.");
        item("NO_COLOR", "When set and not empty, nothing is colored.");
        item("XDG_CACHE_HOME", "Where a cache that shortens the start is kept; default: ~/.cache.");
    }

    private void section(String title) {
        text.append(".SH ").append(title).append('\n');
    }

    private void paragraph(String words) {
        text.append(line(words)).append('\n');
    }

    /** A line of text; one that begins as a request does is protected. */
    private String line(String words) {
        String escaped = escaped(Ansi.OFF.string(words.replace("%%", "%")));
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }

    private static String escaped(String words) {
        return Arrays.stream(words.split("\n"))
                .map(line -> line.replace("\\", "\\e")
                        .replace("-", "\\-")
                        .replace("~", "\\(ti")
                        .replace("^", "\\(ha"))
                .collect(Collectors.joining("\n"));
    }
}
