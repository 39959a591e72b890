package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for zsh, as a function for its {@code fpath}. */
final class ZshCompletion {
    private ZshCompletion() {}

    /** The function for a program. */
    static String of(CommandSpec root) {
        List<CommandSpec> commands = BashCompletion.commands(root);
        String described = commands.stream()
                .map(c -> "            '" + c.name() + ":"
                        + plain(first(c.usageMessage().description())) + "'\n")
                .collect(Collectors.joining());
        String cases = commands.stream().map(ZshCompletion::branch).collect(Collectors.joining());
        return """
                #compdef %1$s
                # zsh completion for %1$s, made from its command line
                _%1$s() {
                    local curcontext=$curcontext state line
                    typeset -A opt_args
                    _arguments -C \\
                %2$s        '1:command:->command' \\
                        '*::argument:->argument' && return
                    case $state in
                    command)
                        local -a commands
                        commands=(
                %3$s            )
                        _describe command commands
                        ;;
                    argument)
                        case $line[1] in
                %4$s        esac
                        ;;
                    esac
                }

                _%1$s "$@"
                """.formatted(root.name(), arguments(root).collect(Collectors.joining()), described, cases);
    }

    private static String branch(CommandSpec command) {
        return "        " + command.name() + ")\n            _arguments -s \\\n"
                + arguments(command).map(line -> "    " + line).collect(Collectors.joining())
                + "                && return\n            ;;\n";
    }

    private static Stream<String> arguments(CommandSpec command) {
        List<String> lines = new ArrayList<>();
        command.options().forEach(option -> lines.add(option(option)));
        for (PositionalParamSpec argument : command.positionalParameters()) {
            String many = argument.arity().max() > 1 ? "*" : "1";
            String optional = many.equals("1") && argument.arity().min() == 0 ? ":" : "";
            lines.add(
                    "'" + many + optional + ":" + plain(argument.paramLabel()) + ":" + offer(Hints.of(argument)) + "'");
        }
        return lines.stream().map(line -> "        " + line + " \\\n");
    }

    private static String option(OptionSpec option) {
        String[] names = option.names();
        String text = "[" + plain(String.join(" ", option.description())) + "]";
        String value = option.arity().max() > 0 ? ":" + plain(option.paramLabel()) + ":" + offer(Hints.of(option)) : "";
        boolean repeatable = option.isMultiValue();
        if (names.length == 1) {
            return "'" + (repeatable ? "*" : "") + names[0] + text + value + "'";
        }
        String excluded = repeatable ? "*" : "(" + String.join(" ", names) + ")";
        return "'" + excluded + "'{" + String.join(",", names) + "}'" + text + value + "'";
    }

    private static String offer(Hints hints) {
        if (hints.directories()) {
            return "_files -/";
        }
        String words = "(" + String.join(" ", hints.words()) + ")";
        String files = hints.ending().isEmpty() ? "_files" : "_files -g \"*." + hints.ending() + "(-.)\"";
        if (hints.words().isEmpty()) {
            return hints.files() ? files : "";
        }
        return hints.files() ? "{ compadd " + String.join(" ", hints.words()) + "; " + files + " }" : words;
    }

    private static String first(String... description) {
        return description.length == 0 ? "" : description[0];
    }

    /** A text inside single quotes of a specification. */
    private static String plain(String text) {
        return text.replace("%%", "%")
                .replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace(":", "\\:")
                .replace("'", "'\\''");
    }
}
