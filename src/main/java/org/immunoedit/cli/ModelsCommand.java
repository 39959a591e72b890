package org.immunoedit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immunoedit.io.Json;
import org.immunoedit.io.JsonWriter;
import org.immunoedit.io.ModelDocument;
import org.immunoedit.io.Tree;
import org.immunoedit.model.Model;
import org.immunoedit.problem.BadInput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code models [NAME]}: lists the catalogue, or shows one model. */
final class ModelsCommand implements Command {
    private static final String MARKDOWN = "--markdown";
    private static final String LATEX = "--latex";

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
        spec.addOption(Options.flag(Options.JSON, "Print JSON."));
        spec.addOption(Options.flag(MARKDOWN, "Print the model as Markdown."));
        spec.addOption(Options.flag(LATEX, "Print the model as a LaTeX snippet; needs amsmath."));
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("NAME")
                .arity("0..1")
                .type(String.class)
                .completionCandidates(() -> models.names().iterator())
                .description("A model of the catalogue, or a model file ending in .json.")
                .build());
        return Examples.add(
                spec,
                "The catalogue",
                "immunoedit models",
                "Equations, parameters and source of a model",
                "immunoedit models kuznetsov-1994",
                "The same for a paper",
                "immunoedit models kuznetsov-1994 --latex");
    }

    @Override
    public ExitCode run(ParseResult words, Console console) throws WrongUsage, BadInput, IOException {
        Optional<String> name = Optional.ofNullable(words.matchedPositionalValue(0, (String) null));
        List<String> forms = Stream.of(Options.JSON, MARKDOWN, LATEX)
                .filter(words::hasMatchedOption)
                .toList();
        if (forms.size() > 1) {
            throw new WrongUsage(String.join(" and ", forms) + " exclude each other");
        }
        String form = forms.isEmpty() ? "" : forms.get(0);
        if (name.isEmpty() && !form.isEmpty() && !form.equals(Options.JSON)) {
            throw new WrongUsage(form + " needs the name of a model");
        }
        if (form.equals(Options.JSON)) {
            Json json = name.isPresent()
                    ? ModelPaper.json(models.open(name.get(), console.in()).document())
                    : all();
            JsonWriter.write(json, console.out());
            return ExitCode.DONE;
        }
        String text = name.isEmpty()
                ? list()
                : text(form, models.open(name.get(), console.in()).document());
        console.out().write(text.getBytes(StandardCharsets.UTF_8));
        return ExitCode.DONE;
    }

    private static String text(String form, ModelDocument document) {
        return switch (form) {
            case MARKDOWN -> ModelPaper.markdown(document);
            case LATEX -> ModelPaper.latex(document);
            default -> ModelCard.of(document);
        };
    }

    private Json all() throws WrongUsage, BadInput {
        List<Json> all = new ArrayList<>();
        for (String name : models.names()) {
            all.add(ModelPaper.json(models.named(name)));
        }
        return Tree.of(all);
    }

    /** A row per model; the last column is the longest. */
    private String list() throws WrongUsage, BadInput {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("name", "states", "claims", "title", "therapies")));
        for (String name : models.names()) {
            ModelDocument document = models.named(name);
            Model model = document.model();
            rows.add(List.of(
                    name,
                    String.valueOf(model.states().size()),
                    String.valueOf(ModelCard.claims(document).size()),
                    model.title(),
                    String.join(", ", ModelPaper.therapies(model))));
        }
        int[] widths = new int[rows.get(0).size()];
        rows.forEach(row ->
                Arrays.setAll(widths, i -> Math.max(widths[i], row.get(i).length())));
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
