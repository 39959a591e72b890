package org.immunoedit.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.immunoedit.io.NamedOutput;
import org.immunoedit.model.Catalogue;

/** The process: the only place that touches the system's streams and exits. */
public final class Main {
    /** Set by the launcher when standard error is a terminal, which Java itself cannot tell. */
    private static final String TERMINAL = "immunoedit.terminal";
    /** Set by the launcher when the locale of standard error has no Unicode; Java sees another locale. */
    private static final String ASCII = "immunoedit.ascii";

    private Main() {}

    /** Runs one command and exits with its code. SIGINT ends the process with 130, as the JVM does by itself. */
    public static void main(String[] args) {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        OutputStream out =
                new NamedOutput(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)), "standard output");
        Set<Path> unfinished = ConcurrentHashMap.newKeySet();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(unfinished)));
        Console console = new Console(
                System.in, out, err, System.getenv(), Boolean.getBoolean(TERMINAL), !Boolean.getBoolean(ASCII));
        System.exit(new App(console, commands(unfinished)).run(args).code());
    }

    private static List<Command> commands(Set<Path> unfinished) {
        Models models = new Models(Shelf.of(Catalogue.MODELS));
        Jobs jobs = new Workbench();
        return List.of(
                new RunCommand(jobs, unfinished),
                new SweepCommand(unfinished),
                new ValidateCommand(jobs),
                new ModelsCommand(models),
                new AgentsCommand(Shelf.of(Catalogue.AGENTS)),
                new VerifyCommand(models),
                new PlotCommand(unfinished),
                new SchemaCommand(),
                new InitCommand(models, Shelf.of(Catalogue.AGENTS), unfinished),
                new ExplainCommand(unfinished),
                new ReportCommand(unfinished),
                new CompletionCommand(unfinished));
    }

    /** Removes what an interrupted command leaves behind; there is no one left to tell when that fails. */
    private static void remove(Set<Path> unfinished) {
        unfinished.forEach(file -> file.toFile().delete());
    }
}
