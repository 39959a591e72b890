package org.immunoedit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.immunoedit.cli.Claims.Proof;
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
                .description("Models of the catalogue, or model files ending in .json; default: the whole catalogue.")
                .build());
        Options.addThreads(spec, "Models to verify at the same time; default: the cores of the machine.");
        return Options.addDiagnostics(spec);
    }

    /** What one model leaves to say: its table or object, its standings, its faults. */
    private record Verified(String text, Map<Standing, Integer> standings, Messages messages) {}

    @Override
    public ExitCode run(ParseResult words, Console console) throws WrongUsage, IOException {
        List<String> given = words.matchedPositionalValue(0, List.of());
        List<String> names = given.isEmpty() ? models.names() : given;
        for (String name : given) {
            models.requireKnown(name);
        }
        boolean json = Options.json(words);
        Report report = new Report(console.err(), words);
        List<Callable<Verified>> tasks = new ArrayList<>();
        names.forEach(name -> tasks.add(() -> verify(name, console.in(), json)));
        Output output = new Output(console.out(), json);
        Map<Standing, Integer> all = new EnumMap<>(Standing.class);
        InOrder.run(
                tasks,
                Options.threads(words),
                (i, bug) -> new Verified("", Map.of(), report.bug(Document.shownName(names.get(i)), bug)),
                verified -> {
                    output.add(verified.text());
                    report.add(verified.messages());
                    verified.standings().forEach((standing, n) -> all.merge(standing, n, Integer::sum));
                });
        output.end();
        if (!json && !Options.quiet(words)) {
            console.err().println(summary(names.size(), all));
        }
        return report.end();
    }

    private Verified verify(String name, InputStream stdin, boolean json) throws WrongUsage {
        try {
            Models.Located located = models.open(name, stdin);
            List<Proof> proofs = Claims.prove(located.document(), located.directory());
            Map<Standing, Integer> standings = new EnumMap<>(Standing.class);
            proofs.forEach(proof -> standings.merge(proof.standing(), 1, Integer::sum));
            var model = located.document().model();
            String text = json ? ProofText.json(model, proofs) : ProofText.table(model, proofs);
            ExitCode code = standings.containsKey(Standing.FAILS) ? ExitCode.FAILED_RUN : ExitCode.DONE;
            return new Verified(text, standings, new Messages(code, List.of(), ""));
        } catch (BadInput e) {
            return new Verified("", Map.of(), new Messages(ExitCode.BAD_INPUT, e.problems(), ""));
        } catch (IOException e) {
            return new Verified(
                    "", Map.of(), new Messages(ExitCode.INPUT_OUTPUT, List.of(Failures.problem(e)), ""));
        }
    }

    private static String summary(int models, Map<Standing, Integer> standings) {
        int claims = standings.values().stream().mapToInt(Integer::intValue).sum();
        return models + (models == 1 ? " model, " : " models, ") + claims + (claims == 1 ? " claim: " : " claims: ")
                + standings.getOrDefault(Standing.HOLDS, 0) + " hold, "
                + standings.getOrDefault(Standing.DISAGREES, 0) + " disagree, "
                + standings.getOrDefault(Standing.FAILS, 0) + " fail";
    }

    /** Writes tables with a line between them, or objects as one list; keeps the first failure for the end. */
    private static final class Output {
        private final OutputStream out;
        private final boolean json;
        private boolean first = true;
        private IOException failure;

        Output(OutputStream out, boolean json) {
            this.out = out;
            this.json = json;
        }

        void add(String text) {
            if (!text.isEmpty()) {
                write(first ? json ? "[" : "" : json ? ",\n " : "\n");
                write(text);
                first = false;
            }
        }

        void end() throws IOException {
            if (json) {
                write(first ? "[]\n" : "]\n");
            }
            if (failure != null) {
                throw failure;
            }
        }

        private void write(String text) {
            try {
                if (failure == null) {
                    out.write(text.getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            } catch (IOException e) {
                failure = e;
            }
        }
    }
}
