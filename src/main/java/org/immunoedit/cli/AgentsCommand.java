package org.immunoedit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.immunoedit.io.AgentDocument;
import org.immunoedit.io.AgentReader;
import org.immunoedit.io.JsonReader;
import org.immunoedit.model.Agent;
import org.immunoedit.problem.BadInput;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Problems;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code agents [NAME]}: lists the library of therapeutic agents, or shows one. */
final class AgentsCommand implements Command {
    private final Shelf shelf;

    AgentsCommand(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("agents");
        spec.usageMessage()
                .description("List the therapeutic agents, or show one: pharmacokinetics, target, regimens, source.");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("NAME")
                .arity("0..1")
                .type(String.class)
                .completionCandidates(() -> shelf.names().iterator())
                .description("An agent of the library.")
                .build());
        return Examples.add(
                spec,
                "The library",
                "immunoedit agents",
                "Pharmacokinetics, target and regimens of an agent",
                "immunoedit agents pembrolizumab");
    }

    @Override
    public ExitCode run(ParseResult words, Console console) throws WrongUsage, BadInput, IOException {
        Optional<String> name = Optional.ofNullable(words.matchedPositionalValue(0, (String) null));
        String text = name.isPresent() ? AgentCard.of(named(name.get())) : list();
        console.out().write(text.getBytes(StandardCharsets.UTF_8));
        return ExitCode.DONE;
    }

    private AgentDocument named(String name) throws WrongUsage, BadInput {
        if (!shelf.names().contains(name)) {
            String hint = Nearest.hint(name, shelf.names());
            throw new WrongUsage("there is no agent \"" + name + "\""
                    + (hint.isEmpty() ? "; 'immunoedit agents' lists them" : " (" + hint + ")"));
        }
        return read(shelf, name);
    }

    /** An agent that is on the shelf. */
    static AgentDocument read(Shelf shelf, String name) throws BadInput {
        Problems problems = new Problems();
        Optional<AgentDocument> document = JsonReader.parse(shelf.open(name).orElseThrow(), shelf.file(name), problems)
                .flatMap(json -> AgentReader.read(json, problems));
        problems.throwIfErrors();
        return document.orElseThrow();
    }

    private String list() throws WrongUsage, BadInput {
        List<String> names = shelf.names();
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            AgentDocument document = named(name);
            Agent agent = document.agent();
            text.append(name)
                    .append(" ".repeat(width - name.length() + 2))
                    .append(agent.title())
                    .append("; ")
                    .append(agent.kind())
                    .append("; dosed in ")
                    .append(agent.unit().text());
            if (!document.regimens().isEmpty()) {
                text.append("; ").append(String.join(", ", document.regimens().keySet()));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
