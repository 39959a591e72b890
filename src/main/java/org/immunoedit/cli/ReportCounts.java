package org.immunoedit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.immunoedit.cli.ReportHtml.Head;
import org.immunoedit.io.DataTable;
import org.immunoedit.io.Glance;
import org.immunoedit.io.SummaryDocument;
import org.immunoedit.problem.BadInput;

/**
 * The part of a page that tells how the runs of a sweep ended, arm by arm. It says what the summary of the sweep says.
 * A sweep that was ended early has none, and one of another design does not belong to the results: then the rows are
 * counted.
 */
final class ReportCounts {
    private static final String STATUS = "status";
    private static final String PHASE = "phase";
    private static final String HASH = "design_hash";

    private final Path directory;
    private final Glance manifest;
    private final ReportHtml html;

    ReportCounts(Path directory, Glance manifest, ReportHtml html) {
        this.directory = directory;
        this.manifest = manifest;
        this.html = html;
    }

    /**
     * How the runs of an arm ended.
     *
     * @param runs all of them
     * @param ends runs that ended well by phase, others by status
     */
    private record Arm(String name, long runs, Map<String, String> ends) {}

    /** Writes it. */
    void write(DataTable results) throws BadInput, IOException {
        Path file = directory.resolve(SummaryDocument.FILE);
        Glance summary = new Glance(Files.exists(file) ? ReportPages.read(file) : null);
        boolean fits = summary.at(HASH).isThere()
                && summary.at(HASH).text().equals(manifest.at(HASH).text());
        boolean whole = manifest.at("complete").isTrue();
        table(fits && whole ? told(summary) : counted(results));
    }

    private void table(List<Arm> arms) {
        Set<String> kinds = new TreeSet<>();
        arms.forEach(arm -> kinds.addAll(arm.ends().keySet()));
        List<Head> heads = new ArrayList<>(List.of(Head.text("arm"), Head.number("runs")));
        kinds.forEach(kind -> heads.add(Head.number(kind)));
        List<List<String>> rows = new ArrayList<>();
        for (Arm arm : arms) {
            List<String> row = new ArrayList<>(List.of(arm.name(), String.valueOf(arm.runs())));
            kinds.forEach(kind -> row.add(arm.ends().getOrDefault(kind, "0")));
            rows.add(row);
        }
        html.table(heads, rows);
    }

    /** What the summary says; phases with their share of the runs that ended well and its interval. */
    private static List<Arm> told(Glance summary) {
        List<Arm> arms = new ArrayList<>();
        for (Glance arm : summary.at("arms").items()) {
            Map<String, String> ends = new LinkedHashMap<>();
            arm.at("phases").members().forEach((phase, share) -> {
                if (whole(share.at("count")) > 0) {
                    ends.put(phase, share(share));
                }
            });
            arm.at(STATUS).members().forEach((status, count) -> {
                if (ends.isEmpty() || !status.equals(Tally.OK)) {
                    ends.put(status, String.valueOf(whole(count)));
                }
            });
            arms.add(new Arm(arm.at("arm").text(), whole(arm.at("runs")), ends));
        }
        return arms;
    }

    private static long whole(Glance number) {
        return (long) number.number().orElse(0);
    }

    private static String share(Glance share) {
        return String.format(
                Locale.ROOT,
                "%d (%.1f %%, %.0f–%.0f)",
                whole(share.at("count")),
                100 * share.at("share").number().orElse(0),
                100 * share.at("low").number().orElse(0),
                100 * share.at("high").number().orElse(1));
    }

    private static List<Arm> counted(DataTable table) {
        List<String> status = table.texts(STATUS);
        List<String> phase = table.has(PHASE) ? table.texts(PHASE) : status;
        List<Arm> arms = new ArrayList<>();
        SweepResults.rowsByArm(table).forEach((arm, rows) -> {
            Map<String, Long> counts = new LinkedHashMap<>();
            for (int row : rows) {
                boolean judged =
                        status.get(row).equals(Tally.OK) && !phase.get(row).isEmpty();
                counts.merge(judged ? phase.get(row) : status.get(row), 1L, Long::sum);
            }
            Map<String, String> ends = new LinkedHashMap<>();
            counts.forEach((kind, count) -> ends.put(kind, String.valueOf(count)));
            arms.add(new Arm(arm, rows.size(), ends));
        });
        return arms;
    }
}
