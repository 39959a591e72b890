package org.immunoedit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immunoedit.io.AtomicFile;
import org.immunoedit.problem.Nearest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code completion SHELL}: prints what makes a shell complete the command line; for a distribution manual pages too.
 */
final class CompletionCommand implements Command {
    private static final List<String> SHELLS = List.of("bash", "zsh");

    private final Set<Path> unfinished;

    /** Temporary files in use stand in the set. */
    CompletionCommand(Set<Path> unfinished) {
        this.unfinished = unfinished;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("completion");
        spec.usageMessage()
                .description("Print the completion script of a shell, or write all scripts and the manual pages.")
                .footer(
                        "",
                        "bash: source the script in ~/.bashrc, or put it into"
                                + " ~/.local/share/bash-completion/completions/immunoedit. zsh: save it as _immunoedit"
                                + " in a directory of the fpath. The distribution has these files and the manual pages"
                                + " in its directory share.");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("SHELL")
                .arity("0..1")
                .type(String.class)
                .completionCandidates(SHELLS)
                .description("One of " + String.join(", ", SHELLS) + ".")
                .build());
        Options.addOutput(
                spec, "DIR", "Write completion for all shells and the manual pages below DIR, for example /usr/local.");
        return Examples.add(
                spec,
                "The script for bash",
                "immunoedit completion bash",
                "Scripts and manual pages below a directory",
                "immunoedit completion -o immunoedit-files");
    }

    @Override
    public ExitCode run(ParseResult words, Console console) throws WrongUsage, IOException {
        CommandSpec root = words.commandSpec().parent();
        String shell = words.matchedPositionalValue(0, "");
        Optional<String> directory = Options.output(words);
        if (directory.isPresent() == !shell.isEmpty()) {
            throw new WrongUsage("expected either SHELL, one of " + String.join(", ", SHELLS) + ", or -o DIR");
        }
        if (directory.isPresent()) {
            writeAll(root, UserPath.of(directory.get()).resolve("share"));
            return ExitCode.DONE;
        }
        if (!SHELLS.contains(shell)) {
            String hint = Nearest.hint(shell, SHELLS);
            throw new WrongUsage("no completion for \"" + shell + "\"; expected one of " + String.join(", ", SHELLS)
                    + (hint.isEmpty() ? "" : " (" + hint + ")"));
        }
        String script = shell.equals("bash") ? BashCompletion.of(root) : ZshCompletion.of(root);
        console.out().write(script.getBytes(StandardCharsets.UTF_8));
        return ExitCode.DONE;
    }

    private void writeAll(CommandSpec root, Path share) throws IOException {
        write(share.resolve("bash-completion/completions").resolve(root.name()), BashCompletion.of(root));
        write(share.resolve("zsh/site-functions").resolve("_" + root.name()), ZshCompletion.of(root));
        Path manual = share.resolve("man/man1");
        write(manual.resolve(ManPage.name(root) + ".1"), ManPage.of(root));
        for (CommandSpec command : BashCompletion.commands(root)) {
            write(manual.resolve(ManPage.name(command) + ".1"), ManPage.of(command));
        }
    }

    private void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        try (AtomicFile target = AtomicFile.create(file, unfinished)) {
            target.stream().write(text.getBytes(StandardCharsets.UTF_8));
            target.commit();
        }
    }
}
