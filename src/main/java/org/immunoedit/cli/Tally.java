package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.immunoedit.problem.Visible;

/** Counts the rows of a sweep by how they ended. One thread. */
final class Tally {
    static final String OK = "ok";
    static final String FAILED = "failed:";
    /** Of a row whose run was given up at the limit of real time. */
    static final String SKIPPED = "skipped";

    private final Map<String, Long> counts = new LinkedHashMap<>();

    /** Counts a row. */
    void add(String status, String phase) {
        counts.merge(status.startsWith(FAILED) || phase.isEmpty() ? status : phase, 1L, Long::sum);
    }

    /** Counts the row that a line of the table is. */
    void add(String line, int statusField) {
        List<String> fields = fields(line, statusField + 2);
        add(fields.get(statusField), fields.get(statusField + 1));
    }

    /** Adds the counts of another one. */
    void add(Tally other) {
        other.counts.forEach((name, count) -> counts.merge(name, count, Long::sum));
    }

    /** How many rows there are. */
    long rows() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many rows failed. */
    long failed() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(FAILED))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Rows by phase, or by status where there is no phase, in the order of the alphabet. */
    Map<String, Long> counts() {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, LinkedHashMap::new));
    }

    /** In words: {@code 12 elimination, 3 escape}. A table that was changed by hand may hold any character. */
    String words() {
        return counts().entrySet().stream()
                .map(entry -> entry.getValue() + " " + Visible.of(entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    /** The first fields of a line, without quotes; empty texts where it has fewer. */
    static List<String> fields(String line, int count) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length() && fields.size() < count; i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean escaped = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (escaped) {
                    field.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        while (fields.size() < count) {
            fields.add("");
        }
        return fields;
    }
}
