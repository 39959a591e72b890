package org.immunoedit.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.immunoedit.model.Catalogue;
import picocli.CommandLine.Model.CommandSpec;

/** Runs command lines in process and keeps what they print. */
public final class Shell {
    private final FakeJobs fakes = new FakeJobs();
    private final Jobs jobs;
    private final Shelf shelf;
    private final Set<Path> unfinished = ConcurrentHashMap.newKeySet();
    private String stdin = "";

    /** A shell whose commands integrate nothing. */
    Shell() {
        jobs = fakes;
        shelf = new FakeShelf();
    }

    /** A shell whose commands do these jobs and know the catalogue. */
    Shell(Jobs jobs) {
        this.jobs = jobs;
        shelf = Shelf.of(Catalogue.MODELS);
    }

    /** A shell that does what the program does. */
    public static Shell whole() {
        return new Shell(new Workbench());
    }

    /** The jobs behind the commands of a shell that integrates nothing. */
    FakeJobs jobs() {
        return fakes;
    }

    /** Temporary files that commands left behind. */
    public Set<Path> unfinished() {
        return unfinished;
    }

    /** What the next commands read from standard input. */
    public Shell stdin(String text) {
        stdin = text;
        return this;
    }

    /** Runs one command line. */
    public Result run(Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Result result = run(out, words);
        return new Result(result.code(), out.toString(StandardCharsets.UTF_8), result.err());
    }

    /** Runs one command line with its own standard output. */
    public Result run(OutputStream out, Object... words) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                false);
        String[] texts = List.of(words).stream().map(Object::toString).toArray(String[]::new);
        int code = app(console).run(texts).code();
        return new Result(code, "", err.toString(StandardCharsets.UTF_8));
    }

    /** The command line of the program. */
    CommandSpec spec() {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return app(new Console(new ByteArrayInputStream(new byte[0]), nowhere, nowhere, Map.of(), false))
                .spec();
    }

    private App app(Console console) {
        Models models = new Models(shelf);
        return new App(
                console,
                List.of(
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
                        new CompletionCommand(unfinished)));
    }

    /** What came of a command line. */
    public record Result(int code, String out, String err) {}
}
