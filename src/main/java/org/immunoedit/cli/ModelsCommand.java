package org.immunoedit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.immunoedit.problem.BadInput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code models [NAME]}: lists the catalogue, or shows one model. */
final class ModelsCommand implements Command {
    private final Models models;

    ModelsCommand(Models models) {
        this.models = models;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("models");
        spec.usageMessage()
                .description("List the models of the catalogue, or show one: equations, parameters, units, source,"
                        + " claims.");
        return spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("NAME")
                .arity("0..1")
                .type(String.class)
                .description("A model of the catalogue, or a model file ending in .json.")
                .build());
    }

    @Override
    public ExitCode run(ParseResult words, Console console) throws WrongUsage, BadInput, IOException {
        Optional<String> name = Optional.ofNullable(words.matchedPositionalValue(0, (String) null));
        String text = name.isPresent()
                ? ModelCard.of(models.open(name.get(), console.in()).document())
                : list();
        console.out().write(text.getBytes(StandardCharsets.UTF_8));
        return ExitCode.DONE;
    }

    private String list() throws WrongUsage, BadInput {
        List<String> names = models.names();
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            String title = models.named(name).model().title();
            String line = name + " ".repeat(width - name.length()) + "  " + title;
            text.append(line.stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
