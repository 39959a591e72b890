package org.immunoedit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.figure.Figure;
import org.immunoedit.figure.View;
import org.immunoedit.io.Glance;
import org.immunoedit.io.Json;
import org.immunoedit.io.JsonReader;
import org.immunoedit.io.JsonText;
import org.immunoedit.problem.BadInput;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;

/** Puts the pages of a report together. */
final class ReportPages {
    private final List<Problem> warnings;

    /** @param warnings receives what the pages lack */
    ReportPages(List<Problem> warnings) {
        this.warnings = warnings;
        // before any figure, so that AWT looks for no screen
        System.setProperty("java.awt.headless", "true");
    }

    /**
     * A page about runs.
     *
     * @param tables their CSV files; sidecars stand beside them
     * @param name of their directory, empty for a single run
     */
    String ofRuns(List<Path> tables, String name) throws WrongUsage, BadInput, IOException {
        List<Glance> sidecars = new ArrayList<>();
        for (Path table : tables) {
            if (!Files.exists(table)) {
                throw new NoSuchFileException(table.toString());
            }
            sidecars.add(new Glance(read(Targets.sidecar(table))));
        }
        boolean several = !name.isEmpty();
        ReportHtml html = new ReportHtml(several ? name : title(sidecars.get(0), tables.get(0)));
        if (several) {
            html.element("p", "immunoedit, " + tables.size() + " runs", "class", "kind")
                    .element("h1", name);
            overview(sidecars, tables, html);
        }
        for (int i = 0; i < tables.size(); i++) {
            html.open("section", "id", "run-" + (i + 1));
            run(sidecars.get(i), tables.get(i), "r" + (i + 1) + "-", several, html);
            html.close();
        }
        return end(sidecars.get(0), html);
    }

    private static String title(Glance sidecar, Path table) {
        String name = sidecar.at("scenario").at("name").text();
        return name.isEmpty() ? table.getFileName().toString() : name;
    }

    private static void overview(List<Glance> sidecars, List<Path> tables, ReportHtml html) {
        html.open("table").open("tbody");
        for (int i = 0; i < tables.size(); i++) {
            html.open("tr").open("td").element("a", title(sidecars.get(i), tables.get(i)), "href", "#run-" + (i + 1));
            html.close();
            html.element("td", sidecars.get(i).at("verdict").at("phase").text());
            html.close();
        }
        html.close().close();
    }

    private void run(Glance sidecar, Path table, String prefix, boolean several, ReportHtml html)
            throws WrongUsage, BadInput, IOException {
        Glance scenario = sidecar.at("scenario");
        html.element("p", "immunoedit, model " + scenario.at("model").text(), "class", "kind");
        html.element(several ? "h2" : "h1", title(sidecar, table));
        ReportRun parts = new ReportRun(sidecar, html);
        parts.answer();
        Figure figure = new RunFigures(View.PLAIN, Optional.empty(), InputStream.nullInputStream(), warnings)
                .figure(table.toString());
        html.figure(figure.svg(prefix));
        parts.course();
        Problems problems = new Problems();
        Path directory = Rerun.of(table.toString(), InputStream.nullInputStream(), problems)
                .directory();
        ReportOrigin origin = new ReportOrigin(scenario, directory, html);
        origin.changes();
        new ReportNumerics(sidecar, html).write();
        origin.provenance(sidecar);
        origin.papers(sidecar);
        scenario(scenario, html);
    }

    private static void scenario(Glance scenario, ReportHtml html) {
        if (scenario.isThere()) {
            html.open("details").element("summary", "The scenario with its defaults filled in");
            html.element("pre", JsonText.indented(scenario.json())).close();
        }
    }

    private static String end(Glance record, ReportHtml html) {
        String version = ReportOrigin.version(record);
        html.open("footer")
                .text("Written by immunoedit" + (version.isEmpty() ? "" : " " + version)
                        + ", a research tool. Its models are hypotheses about biology, not advice for the treatment of a"
                        + " person.")
                .close();
        return html.page();
    }

    /** A document of ours as JSON. */
    static Json read(Path file) throws BadInput, IOException {
        Document document = Document.read(file.toString(), InputStream.nullInputStream());
        Problems problems = new Problems();
        Optional<Json> json = JsonReader.parse(document.bytes(), document.name(), problems);
        problems.throwIfErrors();
        return json.orElseThrow();
    }

    /** A page about a sweep. */
    String ofSweep(Path directory) throws WrongUsage, BadInput, IOException {
        Glance manifest = new Glance(read(directory.resolve("manifest.json")));
        SweepResults results = SweepResults.read(directory);
        Glance scenario = manifest.at("scenario");
        String name = scenario.at("name").text();
        ReportHtml html = new ReportHtml(name);
        html.element(
                "p", "immunoedit, a sweep of the model " + scenario.at("model").text(), "class", "kind");
        html.element("h1", name.isEmpty() ? directory.toString() : name);
        html.element("p", scenario.at("description").text());
        html.element("h2", "Results");
        if (ReportFound.isIn(results)) {
            ReportFound.write(results, html);
        } else {
            new ReportCounts(directory, manifest, html).write(results.table());
        }
        int number = 1;
        for (Map.Entry<String, Figure> figure : figures(directory).entrySet()) {
            html.figure(figure.getValue().svg("f" + number++ + "-"));
        }
        design(manifest, html);
        ReportOrigin origin = new ReportOrigin(scenario, directory, html);
        origin.changes();
        origin.provenance(manifest);
        origin.papers(manifest);
        scenario(scenario, html);
        return end(manifest, html);
    }

    private static Map<String, Figure> figures(Path directory) throws BadInput, IOException {
        try {
            return new SweepFigures(directory, View.PLAIN, Optional.empty()).all();
        } catch (WrongUsage nothingToShow) {
            return Map.of();
        }
    }

    private static void design(Glance manifest, ReportHtml html) {
        Glance sweep = manifest.at("sweep");
        html.element("h2", "Design");
        Map<String, String> facts = new LinkedHashMap<>();
        String design = sweep.at("design").text();
        facts.put("design", design.isEmpty() ? "grid" : design);
        facts.put("points", manifest.at("points").shown());
        facts.put(
                "part",
                manifest.at("shard").text().equals("1/1")
                        ? ""
                        : manifest.at("shard").text());
        facts.put("complete", manifest.at("complete").isTrue() ? "" : "no: the sweep was ended early");
        facts.put("seed", sweep.at("seed").shown());
        facts.put("find", sweep.at("find").shown());
        sweep.at("vary").members().forEach((path, spread) -> facts.put(path, spread.shown()));
        sweep.at("arms").members().forEach((arm, changes) -> facts.put("arm " + arm, changes.shown()));
        html.pairs(facts);
    }
}
