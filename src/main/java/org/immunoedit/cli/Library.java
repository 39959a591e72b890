package org.immunoedit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.io.AgentDocument;
import org.immunoedit.io.AgentReader;
import org.immunoedit.io.Json;
import org.immunoedit.io.JsonReader;
import org.immunoedit.io.ModelDocument;
import org.immunoedit.io.ModelReader;
import org.immunoedit.io.Scenario.ModelName;
import org.immunoedit.model.Catalogue;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;

/** Finds the models and agents that one scenario names, and remembers what it has read. One scenario, one thread. */
final class Library {
    private final Path directory;
    private final Problems problems;
    private final Shelves shelves;
    private final Map<String, String> digests = new LinkedHashMap<>();
    private final Map<String, Optional<AgentDocument>> agents = new LinkedHashMap<>();

    /**
     * @param directory where the scenario's paths start
     * @param problems receives the faults of the documents
     */
    Library(Path directory, Problems problems) {
        this(directory, new Shelves(), problems);
    }

    /** The same for many scenarios that share what they read. */
    Library(Path directory, Shelves shelves, Problems problems) {
        this.directory = directory;
        this.shelves = shelves;
        this.problems = problems;
    }

    /** SHA-256 of every document read, by name. */
    Map<String, String> digests() {
        return digests;
    }

    /**
     * The model that a scenario names.
     *
     * @return empty after an error
     * @throws IOException if its file cannot be read
     */
    Optional<ModelDocument> model(ModelName name) throws IOException {
        Optional<ModelDocument> shared = shelves.model(name.text());
        if (shared.isPresent()) {
            return shared;
        }
        int before = problems.sorted().size();
        Optional<ModelDocument> read = read(name);
        if (problems.sorted().size() == before) {
            read.ifPresent(model -> shelves.put(name.text(), model));
        }
        return read;
    }

    private Optional<ModelDocument> read(ModelName name) throws IOException {
        if (name.isPath()) {
            Document document = file(name.text());
            return parse(document.name(), document.bytes()).flatMap(json -> ModelReader.read(json, problems));
        }
        Optional<byte[]> bytes = Catalogue.MODELS.open(name.text());
        if (bytes.isEmpty()) {
            problems.add(Problem.error(
                            "unknown-model",
                            name.place(),
                            "\"" + name.text() + "\" is not a model of the catalogue",
                            "a name from 'immunoedit models' or a path ending in .json")
                    .withHint(Nearest.hint(name.text(), Catalogue.MODELS.names())));
            return Optional.empty();
        }
        return parse(Catalogue.MODELS.file(name.text()), bytes.get()).flatMap(json -> ModelReader.read(json, problems));
    }

    /** An agent of the library; empty when there is none of this name, or after an error in it. */
    Optional<AgentDocument> agent(String name) {
        Optional<AgentDocument> known = agents.get(name);
        if (known == null) {
            known = Catalogue.AGENTS
                    .open(name)
                    .flatMap(bytes -> parse(Catalogue.AGENTS.file(name), bytes))
                    .flatMap(json -> AgentReader.read(json, problems));
            agents.put(name, known);
        }
        return known;
    }

    /**
     * A file that the scenario names, relative to it.
     *
     * @throws IOException that names the file
     */
    Document file(String path) throws IOException {
        Document document = shelves.file(directory.resolve(path).toString());
        note(document.name(), document.bytes());
        return document;
    }

    /** Remembers what a document contained. */
    void note(String file, byte[] bytes) {
        digests.put(file, digest(bytes));
    }

    /** SHA-256 of a content. */
    static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    private Optional<Json> parse(String file, byte[] bytes) {
        note(file, bytes);
        return JsonReader.parse(bytes, file, problems);
    }
}
