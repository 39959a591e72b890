package org.immunoedit.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.immunoedit.problem.BadInput;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;

/**
 * Jobs whose scenario text says what shall happen: words such as {@code bad}, {@code warn}, {@code fail}, {@code bug}.
 */
final class FakeJobs implements Jobs {
    private final List<Changes> seen = Collections.synchronizedList(new ArrayList<>());

    /** The changes of each prepared scenario. */
    List<Changes> seen() {
        return seen;
    }

    @Override
    public Job prepare(Document document, Changes changes) throws BadInput, IOException {
        seen.add(changes);
        String text = new String(document.bytes(), StandardCharsets.UTF_8);
        if (text.contains("bad")) {
            throw new BadInput(check(document, changes));
        }
        if (text.contains("missing model")) {
            throw new NoSuchFileException(
                    document.directory().resolve("model.json").toString());
        }
        if (text.contains("bug")) {
            throw new IllegalStateException("index 3 out of 2");
        }
        return new FakeJob(document.name(), text);
    }

    @Override
    public List<Problem> check(Document document, Changes changes) throws IOException {
        String text = new String(document.bytes(), StandardCharsets.UTF_8);
        List<Problem> problems = new ArrayList<>();
        if (text.contains("bad")) {
            Place place = new Place(document.name(), 12, 17, "/therapies/0/amount");
            problems.add(Problem.error("quantity", place, "\"200 mq\" is not a dose", "a mass such as \"200 mg\"")
                    .withHint("did you mean \"200 mg\"?"));
        }
        problems.addAll(warnings(document.name(), text));
        return problems;
    }

    private static List<Problem> warnings(String name, String text) {
        Place place = new Place(name, 3, 5, "/time");
        return text.contains("warn") ? List.of(Problem.warning("late", place, "a dose after the end", "")) : List.of();
    }

    private record FakeJob(String name, String text) implements Job {
        @Override
        public List<Problem> warnings() {
            return FakeJobs.warnings(name, text);
        }

        @Override
        public Finished run(OutputStream csv) throws IOException {
            int rows = text.contains("long") ? 100_000 : 2;
            for (int row = 0; row < rows; row++) {
                csv.write(
                        String.format(Locale.ROOT, "%d,%s\n", row, text.strip()).getBytes(StandardCharsets.UTF_8));
            }
            Problem failure =
                    Problem.error("numerical", new Place(name, 0, 0, ""), "step fell to 3.1e-16 d at t = 41.2 d", "");
            return new Finished(
                    text.contains("fail") ? List.of(failure) : List.of(),
                    "escape since 41 d",
                    Optional.empty(),
                    text.contains("numerics") ? "numerics: checked" : "",
                    stream -> stream.write(("{\"of\":\"" + text.strip() + "\"}").getBytes(StandardCharsets.UTF_8)));
        }
    }
}
