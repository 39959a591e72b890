package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunoedit.cli.Claims.Proof;
import org.immunoedit.io.Json;
import org.immunoedit.io.Tree;
import org.immunoedit.model.Model;

/** Recomputed claims of one model as text or as JSON. */
final class ProofText {
    private static final List<String> HEADING = List.of("value", "published", "computed", "tolerance", "verdict");

    private ProofText() {}

    /** A heading, then for each claim its words and a row per value. */
    static String table(Model model, List<Proof> proofs) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADING));
        proofs.forEach(proof -> proof.findings().forEach(finding -> rows.add(row(finding))));
        int[] widths = widths(rows);
        StringBuilder text = new StringBuilder(model.name());
        text.append(model.title().isEmpty() ? "" : ": " + model.title()).append('\n');
        if (proofs.isEmpty()) {
            return text.append("  no claims\n").toString();
        }
        append(text, HEADING, widths, "");
        for (Proof proof : proofs) {
            text.append("  ").append(proof.head().about()).append('\n');
            proof.findings().forEach(finding -> append(text, row(finding), widths, finding.note()));
            if (!proof.head().reason().isEmpty()) {
                text.append("    reason: ").append(proof.head().reason()).append('\n');
            }
        }
        return text.toString();
    }

    /** One JSON object. */
    static Json json(Model model, List<Proof> proofs) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("model", model.name());
        object.put("title", model.title());
        object.put("claims", proofs.stream().map(ProofText::object).toList());
        return Tree.of(object);
    }

    private static Map<String, Object> object(Proof proof) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("about", proof.head().about());
        object.put("verdict", proof.standing().toString());
        object.put("rtol", proof.head().rtol());
        object.put("atol", proof.head().atol());
        if (!proof.head().reason().isEmpty()) {
            object.put("reason", proof.head().reason());
        }
        object.put("values", proof.findings().stream().map(ProofText::object).toList());
        return object;
    }

    private static Map<String, Object> object(Finding finding) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("value", finding.what());
        object.put("published", finding.published().json());
        object.put("computed", finding.computed().map(Answer::json).orElse(null));
        object.put("verdict", finding.standing().toString());
        if (!finding.note().isEmpty()) {
            object.put("note", finding.note());
        }
        return object;
    }

    private static List<String> row(Finding finding) {
        return List.of(
                finding.what(),
                finding.published().shown(),
                finding.computed().map(Answer::shown).orElse("-"),
                finding.tolerance(),
                finding.standing().toString());
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[HEADING.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    private static void append(StringBuilder text, List<String> row, int[] widths, String note) {
        StringBuilder line = new StringBuilder("   ");
        for (int i = 0; i < widths.length; i++) {
            line.append(' ')
                    .append(row.get(i))
                    .append(" ".repeat(widths[i] - row.get(i).length() + 1));
        }
        text.append((line + note).stripTrailing()).append('\n');
    }
}
