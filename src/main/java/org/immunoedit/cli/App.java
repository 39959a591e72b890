package org.immunoedit.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.immunoedit.problem.BadInput;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Visible;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line as an object: words and a console in, an exit code out. */
final class App {
    private final Console console;
    private final CommandSpec root = CommandSpec.create().name("immunoedit");
    private final Map<String, Command> commands = new LinkedHashMap<>();

    /** The commands, in the order of the help text. */
    App(Console console, List<Command> commands) {
        this.console = console;
        root.usageMessage()
                .description("Runs published tumor-immune models from JSON scenarios and writes time series as CSV.")
                .footer("", "Try 'immunoedit COMMAND --help'.");
        Options.addStandard(root);
        Examples.add(
                root,
                "Run a scenario",
                "immunoedit run scenarios/dormancy/kuznetsov-dormancy.json -o rows.csv",
                "Begin one of your own",
                "immunoedit init --model kuznetsov-1994 -o mine.json");
        for (Command command : commands) {
            CommandSpec spec = Options.addStandard(command.spec());
            root.addSubcommand(spec.name(), spec);
            this.commands.put(spec.name(), command);
        }
    }

    /** The command line, with all commands. */
    CommandSpec spec() {
        return root;
    }

    /** The program's version as packaged; a build without jar has none. */
    static String version() {
        return Objects.requireNonNullElse(App.class.getPackage().getImplementationVersion(), "unpackaged");
    }

    /** Runs one command line; every ending is an exit code. */
    ExitCode run(String... words) {
        CommandLine line = new CommandLine(root).setExpandAtFiles(false);
        try {
            ExitCode code = dispatch(line, words);
            if (code != ExitCode.INPUT_OUTPUT) { // else it may be standard output that failed, and was told
                console.out().flush();
            }
            return code;
        } catch (IOException e) {
            return failed(e, has(line, Options.JSON));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return bug(e, has(line, Options.DEBUG));
        }
    }

    /** Whether an option was given to the program or its command; what stands after {@code --} is none. */
    private static boolean has(CommandLine line, String option) {
        ParseResult parsed = line.getParseResult();
        if (parsed == null) { // the failure came before the words were read
            return false;
        }
        return parsed.hasMatchedOption(option)
                || parsed.hasSubcommand() && parsed.subcommand().hasMatchedOption(option);
    }

    private ExitCode failed(IOException failure, boolean json) {
        if (Failures.isBrokenPipe(failure)) {
            return ExitCode.DONE;
        }
        Diagnostics diagnostics = new Diagnostics(json);
        diagnostics.add(Failures.problem(failure));
        diagnostics.print(console.err());
        return ExitCode.INPUT_OUTPUT;
    }

    private ExitCode bug(Throwable bug, boolean debug) {
        console.err().println("immunoedit: " + Failures.internalWords(bug));
        if (debug) {
            bug.printStackTrace(console.err());
        }
        return ExitCode.INTERNAL;
    }

    private ExitCode dispatch(CommandLine line, String... words) throws IOException {
        try {
            ParseResult parsed = line.parseArgs(words);
            ParseResult command = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
            if (parsed.isUsageHelpRequested() || command.isUsageHelpRequested()) {
                return print(command.commandSpec().commandLine().getUsageMessage(Ansi.OFF));
            }
            if (parsed.isVersionHelpRequested() || command.isVersionHelpRequested()) {
                return print("immunoedit " + version() + "\n");
            }
            if (!parsed.hasSubcommand()) {
                console.err().print(line.getUsageMessage(Ansi.OFF));
                return ExitCode.WRONG_USAGE;
            }
            return run(command);
        } catch (ParameterException e) {
            return wrongUsage(e);
        }
    }

    private ExitCode run(ParseResult words) throws IOException {
        String name = words.commandSpec().name();
        try {
            return commands.get(name).run(words, console);
        } catch (WrongUsage e) {
            throw new ParameterException(words.commandSpec().commandLine(), e.getMessage(), e);
        } catch (BadInput e) {
            Diagnostics diagnostics = new Diagnostics(Options.json(words));
            e.problems().forEach(diagnostics::add);
            diagnostics.print(console.err());
            return ExitCode.BAD_INPUT;
        }
    }

    private ExitCode wrongUsage(ParameterException e) {
        PrintStream err = console.err();
        CommandLine line = e.getCommandLine();
        if (e instanceof UnmatchedArgumentException unmatched && isCommand(unmatched)) {
            String word = unmatched.getUnmatched().get(0);
            String hint = Nearest.hint(word, commands.keySet());
            err.println(Visible.of(
                    "immunoedit: \"" + word + "\" is not a command" + (hint.isEmpty() ? "" : " (" + hint + ")")));
        } else {
            err.println(Visible.of("immunoedit: " + e.getMessage()));
            UnmatchedArgumentException.printSuggestions(e, err);
        }
        err.println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.WRONG_USAGE;
    }

    /** Whether the word that fits nowhere stands where a command should. */
    private static boolean isCommand(UnmatchedArgumentException unmatched) {
        boolean top = unmatched.getCommandLine().getParent() == null;
        return top && !unmatched.getUnmatched().isEmpty() && !unmatched.isUnknownOption();
    }

    private ExitCode print(String text) throws IOException {
        console.out().write(text.getBytes(StandardCharsets.UTF_8));
        return ExitCode.DONE;
    }
}
