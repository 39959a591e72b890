package org.immunoedit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.immunoedit.io.Glance;
import org.immunoedit.io.Json;
import org.immunoedit.io.JsonReader;
import org.immunoedit.io.Overrides;
import org.immunoedit.problem.BadInput;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;

/**
 * A scenario that is run to be looked at: from its own file, or from the sidecar of what it has written.
 *
 * @param name of the document in messages
 * @param scenario its tree
 * @param directory where paths in it start
 */
record Rerun(String name, Json scenario, Path directory) {
    private static final String CSV = ".csv";

    /**
     * Reads a scenario, or the sidecar of a CSV file.
     *
     * @throws BadInput if it is faulty, or the sidecar holds no scenario
     * @throws IOException if it cannot be read
     */
    static Rerun of(String word, InputStream stdin, Problems problems) throws BadInput, IOException {
        if (word.toLowerCase(Locale.ROOT).endsWith(CSV)) {
            if (!Files.exists(UserPath.of(word))) {
                throw new NoSuchFileException(word);
            }
            return ofSidecar(Document.read(Targets.sidecar(UserPath.of(word)).toString(), stdin), problems);
        }
        Document document = Document.read(word, stdin);
        return new Rerun(document.name(), tree(document, problems), document.directory());
    }

    private static Rerun ofSidecar(Document sidecar, Problems problems) throws BadInput {
        Json tree = tree(sidecar, problems);
        Optional<Json> scenario = tree instanceof Json.Object object ? object.get("scenario") : Optional.empty();
        if (scenario.isEmpty()) {
            problems.error(
                    "missing-key", Place.startOf(sidecar.name()), "\"scenario\" is missing", "a sidecar of run -o");
            problems.throwIfErrors();
        }
        return new Rerun(sidecar.name(), scenario.orElseThrow(), home((Json.Object) tree, sidecar));
    }

    /** The directory of the scenario's own file, as long as that is still there. */
    private static Path home(Json.Object sidecar, Document document) {
        Optional<Path> written = sidecar.get("sources").stream()
                .filter(Json.Array.class::isInstance)
                .flatMap(sources -> ((Json.Array) sources).items().stream())
                .filter(Json.Object.class::isInstance)
                .map(Json.Object.class::cast)
                .filter(source -> source.get("kind")
                        .filter(kind -> isText(kind, "scenario"))
                        .isPresent())
                .flatMap(source -> source.get("name").stream())
                .filter(Json.Text.class::isInstance)
                .flatMap(name -> existing(((Json.Text) name).value()).stream())
                .findFirst();
        return written.map(path -> path.getParent() == null ? Path.of("") : path.getParent())
                .orElse(document.directory());
    }

    private static Optional<Path> existing(String name) {
        try {
            return Optional.of(Path.of(name)).filter(Files::exists);
        } catch (InvalidPathException otherSystem) {
            return Optional.empty();
        }
    }

    private static boolean isText(Json json, String value) {
        return json instanceof Json.Text text && text.value().equals(value);
    }

    private static Json tree(Document document, Problems problems) throws BadInput {
        Optional<Json> tree = JsonReader.parse(document.bytes(), document.name(), problems);
        problems.throwIfErrors();
        return tree.orElseThrow();
    }

    /** The same with overrides {@code PATH=VALUE}. */
    Rerun with(List<String> settings, Problems problems) {
        return new Rerun(name, Overrides.apply(scenario, settings, problems), directory);
    }

    /** The name that the scenario gives itself, else that of its file. */
    String title() {
        String own = new Glance(scenario).at("name").text();
        return own.isEmpty() ? name : own;
    }

    /**
     * What runs, with a tumor.
     *
     * @throws BadInput if the scenario is faulty or names no tumor
     * @throws IOException if a file that it names cannot be read
     */
    Assembly assembly(Problems problems) throws BadInput, IOException {
        Optional<Assembly> assembly =
                Assembly.of(scenario, new Library(directory, problems), Preparation::adaptive, problems);
        problems.throwIfErrors();
        Assembly made = assembly.orElseThrow();
        if (made.judgement().isEmpty()) {
            problems.error("no-tumor", scenario.place(), Unjudged.NO_TUMOR.why(), "");
            problems.throwIfErrors();
        }
        return made;
    }
}
