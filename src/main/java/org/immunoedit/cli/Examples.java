package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The section of examples at the end of a command's help; tests run each of them. */
final class Examples {
    /** The line above them. */
    static final String TITLE = "Examples:";

    private static final String COMMAND = "    immunoedit ";

    private Examples() {}

    /**
     * Adds examples to a command's help.
     *
     * @param lines for each example what it does, then its command line; no line longer than 76 signs, longer commands
     *     go on after a backslash
     */
    static CommandSpec add(CommandSpec spec, String... lines) {
        List<String> footer = new ArrayList<>(Arrays.asList(spec.usageMessage().footer()));
        footer.add("");
        footer.add(TITLE);
        for (int i = 0; i < lines.length; i += 2) {
            footer.add("  " + lines[i] + ":");
            lines[i + 1].lines().forEach(line -> footer.add("    " + line));
        }
        spec.usageMessage().footer(footer.toArray(String[]::new));
        return spec;
    }

    /** The command lines of the examples of a command. */
    static List<String> of(CommandSpec spec) {
        String text = String.join("\n", spec.usageMessage().footer()).replaceAll("\\\\\\n\\s*", "");
        return text.lines()
                .filter(line -> line.startsWith(COMMAND))
                .map(String::strip)
                .toList();
    }
}
