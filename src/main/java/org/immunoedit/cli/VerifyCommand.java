package org.immunoedit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.immunoedit.cli.Claims.Proof;
import org.immunoedit.io.Json;
import org.immunoedit.io.JsonWriter;
import org.immunoedit.io.Tree;
import org.immunoedit.model.Model;
import org.immunoedit.problem.BadInput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code verify [NAME|FILE]...}: recomputes the published claims of models and compares. */
final class VerifyCommand implements Command {
    private final Models models;

    VerifyCommand(Models models) {
        this.models = models;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("verify");
        spec.usageMessage()
                .description("Recompute the published claims of models and compare.")
                .footer(
                        "",
                        "A claim holds, FAILS, or disagrees: it is known to contradict the equations in the way that"
                                + " its model says. Exit codes: 0 no claim fails, 1 one does, 2 wrong command line,"
                                + " 3 invalid model or claim, 4 input/output error.");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("NAME|FILE")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .completionCandidates(() -> models.names().iterator())
                .description("Models of the catalogue, or model files ending in .json; default: the whole catalogue.")
                .build());
        Options.addThreads(spec, "Models to verify at the same time; default: the cores of the machine.");
        Options.addDiagnostics(spec);
        return Examples.add(spec, "Does the model still say what its paper says?", "immunoedit verify kuznetsov-1994");
    }

    /** What one model leaves to say; no model after an error. */
    private record Verified(Optional<Model> model, List<Proof> proofs, Messages messages) {
        static Verified failed(Messages messages) {
            return new Verified(Optional.empty(), List.of(), messages);
        }
    }

    @Override
    public ExitCode run(ParseResult words, Console console) throws WrongUsage, IOException {
        List<String> given = words.matchedPositionalValue(0, List.of());
        List<String> names = given.isEmpty() ? models.names() : given;
        for (String name : given) {
            models.requireKnown(name);
        }
        Report report = new Report(console.err(), words);
        List<Callable<Verified>> tasks = new ArrayList<>();
        names.forEach(name -> tasks.add(() -> verify(name, console.in())));
        Output output = new Output(console.out(), Options.json(words));
        Map<Standing, Integer> standings = new EnumMap<>(Standing.class);
        InOrder.run(
                tasks,
                Options.threads(words),
                (i, bug) -> Verified.failed(report.bug(Document.shownName(names.get(i)), bug)),
                verified -> {
                    verified.model().ifPresent(model -> output.add(model, verified.proofs()));
                    report.add(verified.messages());
                    verified.proofs().forEach(proof -> standings.merge(proof.standing(), 1, Integer::sum));
                });
        output.end();
        if (!Options.json(words) && !Options.quiet(words)) {
            console.err().println(summary(names.size(), standings));
        }
        return report.end();
    }

    private Verified verify(String name, InputStream stdin) throws WrongUsage {
        try {
            Models.Located located = models.open(name, stdin);
            Checking.requireSound(located.document().model());
            List<Proof> proofs = Claims.prove(located.document(), located.directory());
            boolean fails = proofs.stream().anyMatch(proof -> proof.standing() == Standing.FAILS);
            Messages messages = new Messages(fails ? ExitCode.FAILED_RUN : ExitCode.DONE, List.of(), "");
            return new Verified(Optional.of(located.document().model()), proofs, messages);
        } catch (BadInput e) {
            return Verified.failed(new Messages(ExitCode.BAD_INPUT, e.problems(), ""));
        } catch (IOException e) {
            return Verified.failed(new Messages(ExitCode.INPUT_OUTPUT, List.of(Failures.problem(e)), ""));
        }
    }

    private static String summary(int models, Map<Standing, Integer> standings) {
        int claims = standings.values().stream().mapToInt(Integer::intValue).sum();
        return models + (models == 1 ? " model, " : " models, ") + claims + (claims == 1 ? " claim: " : " claims: ")
                + standings.getOrDefault(Standing.HOLDS, 0) + " hold, "
                + standings.getOrDefault(Standing.DISAGREES, 0) + " disagree, "
                + standings.getOrDefault(Standing.FAILS, 0) + " fail";
    }

    /** Writes tables as they come with a line between them, or one list of objects; keeps a failure for the end. */
    private static final class Output {
        private final OutputStream out;
        private final boolean json;
        private final List<Json> objects = new ArrayList<>();
        private boolean first = true;
        private IOException failure;

        Output(OutputStream out, boolean json) {
            this.out = out;
            this.json = json;
        }

        void add(Model model, List<Proof> proofs) {
            if (json) {
                objects.add(ProofText.json(model, proofs));
                return;
            }
            try {
                if (failure == null) {
                    String table = (first ? "" : "\n") + ProofText.table(model, proofs);
                    out.write(table.getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    first = false;
                }
            } catch (IOException e) {
                failure = e;
            }
        }

        void end() throws IOException {
            if (failure != null) {
                throw failure;
            }
            if (json) {
                JsonWriter.write(Tree.of(objects), out);
            }
        }
    }
}
