package org.immunoedit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.immunoedit.problem.Nearest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code schema KIND}: prints the JSON Schema of a kind of document, for editors. */
final class SchemaCommand implements Command {
    private static final List<String> KINDS = List.of("scenario", "model", "agent");

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("schema");
        spec.usageMessage()
                .description("Print the JSON Schema of a kind of document, for editors and other tools.")
                .footer(
                        "",
                        "A schema says what a document may look like; 'immunoedit validate' checks its meaning too.");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("KIND")
                .arity("1")
                .required(true)
                .type(String.class)
                .completionCandidates(KINDS)
                .description("One of " + String.join(", ", KINDS) + ".")
                .build());
        return Examples.add(spec, "What an editor needs to check scenarios", "immunoedit schema scenario");
    }

    @Override
    public ExitCode run(ParseResult words, Console console) throws WrongUsage, IOException {
        String kind = words.matchedPositionalValue(0, "");
        if (!KINDS.contains(kind)) {
            String hint = Nearest.hint(kind, KINDS);
            throw new WrongUsage("there is no schema of \"" + kind + "\"; expected one of " + String.join(", ", KINDS)
                    + (hint.isEmpty() ? "" : " (" + hint + ")"));
        }
        try (InputStream schema =
                SchemaCommand.class.getResourceAsStream("/org/immunoedit/schemas/" + kind + ".json")) {
            schema.transferTo(console.out());
        }
        return ExitCode.DONE;
    }
}
