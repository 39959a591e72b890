package org.immunoedit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immunoedit.io.AgentDocument;
import org.immunoedit.io.AtomicFile;
import org.immunoedit.problem.BadInput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code init}: writes a commented scenario to begin with. */
final class InitCommand implements Command {
    private static final String MODEL = "--model";
    private static final String DEFAULT_MODEL = "kuznetsov-1994";

    private final Models models;
    private final Shelf agents;
    private final Set<Path> unfinished;

    /** Temporary files in use stand in the set, for whoever ends the process early. */
    InitCommand(Models models, Shelf agents, Set<Path> unfinished) {
        this.models = models;
        this.agents = agents;
        this.unfinished = unfinished;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("init");
        spec.usageMessage().description("Write a commented scenario to begin with.");
        spec.addOption(OptionSpec.builder(MODEL)
                .paramLabel("NAME")
                .type(String.class)
                .completionCandidates(() -> models.names().iterator())
                .description("A model of the catalogue; default: " + DEFAULT_MODEL + ".")
                .build());
        Options.addOutput(spec, "FILE", "Where to write it; an existing file is kept. Default: standard output.");
        return Examples.add(
                spec,
                "A scenario to edit, with every parameter of the model in a comment",
                "immunoedit init --model barros-2021 -o my-scenario.json");
    }

    @Override
    public ExitCode run(ParseResult words, Console console) throws WrongUsage, BadInput, IOException {
        String name = Options.text(words, MODEL).orElse(DEFAULT_MODEL);
        List<AgentDocument> library = new ArrayList<>();
        for (String agent : agents.names()) {
            library.add(AgentsCommand.read(agents, agent));
        }
        byte[] scenario = Starter.of(models.named(name), library).getBytes(StandardCharsets.UTF_8);
        Optional<String> output = Options.output(words).filter(word -> !word.equals("-"));
        if (output.isEmpty()) {
            console.out().write(scenario);
            return ExitCode.DONE;
        }
        Path file = UserPath.of(output.get());
        if (AtomicFile.isReplaceable(file) && Files.exists(file)) {
            throw new WrongUsage(file + " exists already; a scenario of yours is not overwritten");
        }
        try (AtomicFile target = AtomicFile.create(file, unfinished)) {
            target.stream().write(scenario);
            target.commit();
        }
        return ExitCode.DONE;
    }
}
