package org.immunoedit.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunoedit.io.AgentDocument;
import org.immunoedit.io.AgentReader;
import org.immunoedit.io.Json;
import org.immunoedit.io.JsonReader;
import org.immunoedit.io.ModelDocument;
import org.immunoedit.io.ModelReader;
import org.immunoedit.io.RunRecord.Citation;
import org.immunoedit.io.RunRecord.Source;
import org.immunoedit.io.Scenario.ModelName;
import org.immunoedit.model.Catalogue;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;

/** Finds the models and agents that one scenario names, and remembers what it has read. One scenario, one thread. */
final class Library {
    private final Path directory;
    private final Problems problems;
    private final Shelves shelves;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Set<String> contents = new LinkedHashSet<>();
    private final Map<String, Optional<AgentDocument>> agents = new LinkedHashMap<>();
    private final Set<Citation> citations = new LinkedHashSet<>();
    private final Map<String, ModelDocument> offered = new LinkedHashMap<>();

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

    /** Every document read, in the order of reading. */
    List<Source> sources() {
        return List.copyOf(sources.values());
    }

    /** What was read: names as they are written, so that it does not matter where the scenario stands, with hashes. */
    Set<String> contents() {
        return Collections.unmodifiableSet(contents);
    }

    /** Where the model, then the agents that were found have been published; nothing about those that have not. */
    List<Citation> citations() {
        return citations.stream()
                .filter(cited -> !cited.citation().isEmpty())
                .sorted(Comparator.comparing(Citation::kind).reversed())
                .toList();
    }

    /** Makes a model known by its name, before all others of this name. */
    void offer(ModelDocument document) {
        offered.put(document.model().name(), document);
    }

    /**
     * The model that a scenario names.
     *
     * @return empty after an error, a missing file among them
     * @throws IOException if its file cannot be read
     */
    Optional<ModelDocument> model(ModelName name) throws IOException {
        Optional<ModelDocument> found = find(name);
        found.map(ModelDocument::model)
                .ifPresent(m -> citations.add(new Citation("model", m.name(), ModelCard.source(m.source()))));
        return found;
    }

    private Optional<ModelDocument> find(ModelName name) throws IOException {
        if (offered.containsKey(name.text())) {
            return Optional.of(offered.get(name.text()));
        }
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
        if (name.text().toLowerCase(Locale.ROOT).endsWith(".xml")) {
            problems.error(
                    "unsupported", name.place(), "SBML is not read", "the path of a model document ending in .json");
            return Optional.empty();
        }
        if (name.isPath()) {
            return file("model", name.text(), name.place())
                    .flatMap(document -> JsonReader.parse(document.bytes(), document.name(), problems))
                    .flatMap(json -> ModelReader.read(json, problems));
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
        return builtIn("model", Catalogue.MODELS.file(name.text()), bytes.get())
                .flatMap(json -> ModelReader.read(json, problems));
    }

    /** An agent of the library; empty when there is none of this name, or after an error in it. */
    Optional<AgentDocument> agent(String name) {
        Optional<AgentDocument> known = agents.get(name);
        if (known == null) {
            known = Catalogue.AGENTS
                    .open(name)
                    .flatMap(bytes -> builtIn("agent", Catalogue.AGENTS.file(name), bytes))
                    .flatMap(json -> AgentReader.read(json, problems));
            known.map(AgentDocument::agent)
                    .ifPresent(a -> citations.add(new Citation("agent", a.name(), ModelCard.source(a.source()))));
            agents.put(name, known);
        }
        return known;
    }

    /**
     * A file that the scenario names, relative to it.
     *
     * @param place where it is named
     * @return empty when there is no such file, which is a fault of the scenario
     * @throws IOException that names the file, if it is there and cannot be read
     */
    Optional<Document> file(String kind, String path, Place place) throws IOException {
        try {
            Document document = shelves.file(directory.resolve(path).toString());
            contents.add(
                    path + " " + note(kind, document.name(), document.bytes()).sha256());
            return Optional.of(document);
        } catch (NoSuchFileException | InvalidPathException e) {
            problems.error(
                    "missing-file", place, "there is no file \"" + path + "\"", "a path relative to the scenario");
            return Optional.empty();
        }
    }

    /** Remembers what a document contained. */
    Source note(String kind, String file, byte[] bytes) {
        Source source = Source.of(kind, file, bytes);
        sources.put(file, source);
        return source;
    }

    private Optional<Json> builtIn(String kind, String file, byte[] bytes) {
        contents.add(file + " " + note(kind, file, bytes).sha256());
        return JsonReader.parse(bytes, file, problems);
    }
}
