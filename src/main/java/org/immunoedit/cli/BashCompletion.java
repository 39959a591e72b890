package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for bash 3.2 and newer; needs no other package. */
final class BashCompletion {
    private BashCompletion() {}

    /** The script for a program. */
    static String of(CommandSpec root) {
        String name = root.name();
        List<CommandSpec> commands = commands(root);
        String names = commands.stream().map(CommandSpec::name).collect(Collectors.joining(" "));
        return """
                # bash completion for %1$s, made from its command line
                _%1$s_words() {
                    COMPREPLY=($(compgen -W "$1" -- "$cur"))
                }

                # files with the ending, or all, and directories
                _%1$s_files() {
                    local IFS=$'\\n'
                    compopt -o filenames 2>/dev/null # bash 4 and newer
                    if [ -n "$1" ]; then
                        COMPREPLY=($(compgen -d -- "$cur") $(compgen -f -X "!*.$1" -- "$cur"))
                    else
                        COMPREPLY=($(compgen -f -- "$cur"))
                    fi
                }

                _%1$s_directories() {
                    local IFS=$'\\n'
                    compopt -o filenames 2>/dev/null # bash 4 and newer
                    COMPREPLY=($(compgen -d -- "$cur"))
                }

                _%1$s() {
                    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= i
                    COMPREPLY=()
                    # bash splits --option=word at the sign
                    if [ "$cur" = "=" ]; then
                        cur=
                    elif [ "$prev" = "=" ]; then
                        prev=${COMP_WORDS[COMP_CWORD-2]}
                    fi
                    for ((i = 1; i < COMP_CWORD; i++)); do
                        case ${COMP_WORDS[i]} in
                            %2$s)
                                command=${COMP_WORDS[i]}
                                break
                                ;;
                        esac
                    done
                    case "$command $prev" in
                %3$s    esac
                    case "$command $cur" in
                %4$s    esac
                    case "$command" in
                %5$s    esac
                }

                complete -F _%1$s %1$s
                """.formatted(
                        name,
                        names.replace(' ', '|'),
                        lines(Stream.concat(Stream.of(root), commands.stream()).flatMap(c -> values(root, c))),
                        lines(Stream.concat(Stream.of(root), commands.stream()).map(c -> options(root, c))),
                        lines(Stream.concat(
                                Stream.of(branch("''", "_" + name + "_words '" + names + "'")),
                                commands.stream().map(c -> words(root, c)))));
    }

    /** The commands of a program, in the order of its help. */
    static List<CommandSpec> commands(CommandSpec root) {
        return root.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .toList();
    }

    /** After an option that takes a word. */
    private static Stream<String> values(CommandSpec root, CommandSpec command) {
        List<String> branches = new ArrayList<>();
        for (OptionSpec option : command.options()) {
            if (option.arity().max() > 0) {
                String pattern = Stream.of(option.names())
                        .map(name -> "'" + key(root, command) + " " + name + "'")
                        .collect(Collectors.joining(" | "));
                branches.add(branch(pattern, offer(root.name(), Hints.of(option))));
            }
        }
        return branches.stream();
    }

    private static String options(CommandSpec root, CommandSpec command) {
        String names = command.options().stream()
                .flatMap(option -> Stream.of(option.names()))
                .collect(Collectors.joining(" "));
        return branch("'" + key(root, command) + " -'*", "_" + root.name() + "_words '" + names + "'");
    }

    private static String words(CommandSpec root, CommandSpec command) {
        String offer = command.positionalParameters().stream()
                .findFirst()
                .map(argument -> offer(root.name(), Hints.of(argument)))
                .orElse("");
        return branch(command.name(), offer);
    }

    /** Before a command nothing is its name. */
    private static String key(CommandSpec root, CommandSpec command) {
        return command == root ? "" : command.name();
    }

    private static String offer(String program, Hints hints) {
        if (hints.directories()) {
            return "_" + program + "_directories";
        }
        String words = "_" + program + "_words '" + String.join(" ", hints.words()) + "'";
        String files = "_" + program + "_files '" + hints.ending() + "'";
        if (hints.words().isEmpty()) {
            return hints.files() ? files : "";
        }
        return hints.files() ? words + "; [ ${#COMPREPLY[@]} -gt 0 ] || " + files : words;
    }

    private static String branch(String pattern, String does) {
        return "        " + pattern + ") " + (does.isEmpty() ? "" : does + "; ") + "return ;;";
    }

    private static String lines(Stream<String> lines) {
        return lines.map(line -> line + "\n").collect(Collectors.joining());
    }
}
