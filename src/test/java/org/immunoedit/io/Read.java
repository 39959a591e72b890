package org.immunoedit.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;

/** Documents of tests, and what the readers say about them. */
final class Read {
    private Read() {}

    /** The examples of the contract: {@code scenario}, {@code model}, {@code agent}. */
    static Json example(String kind) {
        try (InputStream in = Read.class.getResourceAsStream(kind + ".json")) {
            return JsonReader.read(in, kind + ".json", new Problems()).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Json json(String text) {
        return JsonReader.parse(text, "f.json", new Problems()).orElseThrow();
    }

    static Optional<Scenario> scenario(Json json, Problems problems) {
        return ScenarioReader.read(
                json,
                name -> name.equals("pembrolizumab")
                        ? AgentReader.read(example("agent"), new Problems())
                        : Optional.empty(),
                problems);
    }

    /** A scenario that must be faultless. */
    static Scenario scenario(String text) {
        Problems problems = new Problems();
        Scenario scenario = scenario(json(text), problems).orElse(null);
        if (!problems.sorted().isEmpty()) {
            throw new AssertionError(messages(problems));
        }
        return scenario;
    }

    /** A sweep; its list of points, if it wants one, is this table. */
    static Optional<SweepPlan> sweep(String text, String table, Problems problems) throws IOException {
        Json.Object json =
                (Json.Object) JsonReader.parse(text, "s.json", problems).orElseThrow();
        return SweepReader.read(json, path -> Optional.of(table.getBytes(StandardCharsets.UTF_8)), problems);
    }

    /** What is said about a sweep that is refused, written with ' for ". */
    static List<String> refusedSweep(String text) throws IOException {
        Problems problems = new Problems();
        if (sweep(text.replace('\'', '"'), "", problems).isPresent()) {
            throw new AssertionError("it was not refused, but: " + messages(problems));
        }
        return messages(problems);
    }

    static List<String> messages(Problems problems) {
        return problems.sorted().stream().map(Problem::toString).toList();
    }
}
