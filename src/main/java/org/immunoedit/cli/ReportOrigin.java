package org.immunoedit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.immunoedit.cli.ReportHtml.Head;
import org.immunoedit.expr.Printer;
import org.immunoedit.io.AgentDocument;
import org.immunoedit.io.Glance;
import org.immunoedit.io.ModelDocument;
import org.immunoedit.io.Scenario.ModelName;
import org.immunoedit.model.Initial;
import org.immunoedit.model.ParameterDeclaration;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;

/** The parts of a page that tell what a scenario was made from: parameters, papers, documents. */
final class ReportOrigin {
    private final Glance scenario;
    private final Library library;
    private final ReportHtml html;

    /** @param directory where paths of the scenario start */
    ReportOrigin(Glance scenario, Path directory, ReportHtml html) {
        this.scenario = scenario;
        this.library = new Library(directory, new Problems());
        this.html = html;
    }

    /** Parameters and starts that differ from the model's. */
    void changes() throws IOException {
        Map<String, ParameterDeclaration> known = new LinkedHashMap<>();
        model().ifPresent(document -> declare("", document.model().parameters(), known));
        for (AgentDocument agent : agents()) {
            declare(agent.agent().name() + ".", agent.agent().parameters(), known);
        }
        List<List<String>> rows = new ArrayList<>();
        scenario.at("parameters").members().forEach((name, value) -> {
            ParameterDeclaration declared = known.get(family(name));
            if (declared != null && new Published(declared.value(), declared.unit()).says(name, value.json())) {
                return;
            }
            rows.add(List.of(
                    name,
                    value.shown(),
                    declared == null ? "" : ModelCard.values(declared.value()),
                    declared == null || declared.unit().text().equals("1")
                            ? ""
                            : declared.unit().text(),
                    declared == null ? "" : declared.about()));
        });
        if (!rows.isEmpty()) {
            html.element("h2", "Parameters that differ from the model");
            html.table(
                    List.of(
                            Head.text("parameter"),
                            Head.text("here"),
                            Head.text("model"),
                            Head.text("unit"),
                            Head.text("meaning")),
                    rows);
        }
        starts();
    }

    private void starts() throws IOException {
        Map<String, Published> known = new LinkedHashMap<>();
        model().ifPresent(document -> document.model().states().forEach(state -> {
            if (state.initial() instanceof Initial.Given given) {
                known.put(family(Printer.print(state.target())), new Published(given.values(), state.unit()));
            }
        }));
        Map<String, String> starts = new LinkedHashMap<>();
        scenario.at("initial").members().forEach((name, value) -> {
            Published published = known.get(family(name));
            if (published == null || !published.says(name, value.json())) {
                starts.put(name, value.shown());
            }
        });
        if (!starts.isEmpty()) {
            html.element("h2", "Starts that differ from the model").pairs(starts);
        }
    }

    private static void declare(
            String prefix, List<ParameterDeclaration> parameters, Map<String, ParameterDeclaration> known) {
        parameters.forEach(p -> known.put(prefix + family(Printer.print(p.target())), p));
    }

    private static String family(String name) {
        int bracket = name.indexOf('[');
        return (bracket < 0 ? name : name.substring(0, bracket)).strip();
    }

    /**
     * The papers behind model and agents: as the record tells, else as the documents do.
     *
     * @param record a sidecar, which has citations, or a manifest, which has none
     */
    void papers(Glance record) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Glance cited : record.at("citations").items()) {
            rows.add(List.of(
                    cited.at("kind").text(),
                    cited.at("name").text(),
                    cited.at("citation").text()));
        }
        if (rows.isEmpty()) {
            model().map(ModelDocument::model)
                    .ifPresent(m -> rows.add(List.of("model", m.name(), ModelCard.source(m.source()))));
            agents().stream()
                    .map(AgentDocument::agent)
                    .forEach(a -> rows.add(List.of("agent", a.name(), ModelCard.source(a.source()))));
        }
        rows.removeIf(row -> row.get(2).isEmpty());
        if (!rows.isEmpty()) {
            html.element("h2", "Sources");
            html.table(List.of(Head.text(""), Head.text("name"), Head.text("published in")), rows);
        }
    }

    /** The model, if it can still be found. */
    private Optional<ModelDocument> model() throws IOException {
        String name = scenario.at("model").text();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try {
            return library.model(new ModelName(name, Place.startOf("")));
        } catch (java.nio.file.NoSuchFileException moved) {
            return Optional.empty();
        }
    }

    private List<AgentDocument> agents() {
        Set<String> names = new LinkedHashSet<>();
        scenario.at("therapies")
                .items()
                .forEach(therapy -> names.add(therapy.at("agent").text()));
        scenario.at("rules").items().forEach(rule -> given(rule.at("do").at("give"), names));
        return names.stream()
                .filter(name -> !name.isEmpty())
                .flatMap(name -> library.agent(name).stream())
                .toList();
    }

    private static void given(Glance give, Set<String> names) {
        names.add(give.at("agent").text());
        give.items().forEach(gift -> names.add(gift.at("agent").text()));
    }

    /** The version that wrote a sidecar or a manifest. */
    static String version(Glance record) {
        return record.at("version").isThere()
                ? record.at("version").text()
                : record.at("immunoedit").text();
    }

    /**
     * Where the results come from.
     *
     * @param record a sidecar or a manifest: version, command, sources
     */
    void provenance(Glance record) {
        html.element("h2", "Provenance");
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("immunoedit", version(record));
        facts.put(
                "command",
                record.at("command").items().stream()
                        .map(Glance::text)
                        .collect(Collectors.joining(" ", "immunoedit ", "")));
        facts.put("hash of the design", record.at("design_hash").text());
        html.pairs(facts);
        List<Glance> sources = record.at("sources").items();
        if (!sources.isEmpty()) {
            html.open("table").open("thead").open("tr");
            html.element("th", "document").element("th", "name").element("th", "SHA-256");
            html.close().close().open("tbody");
            for (Glance source : sources) {
                html.open("tr")
                        .element("td", source.at("kind").text())
                        .element("td", source.at("name").text());
                html.element("td", source.at("sha256").text(), "class", "hash").close();
            }
            html.close().close();
        }
    }
}
