package org.immunoedit.io;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immunoedit.problem.Problems;

/**
 * Variations of a command line: {@code PATH=FROM:TO:COUNT}, {@code PATH=FROM:TO:COUNT:log} or
 * {@code PATH=VALUE,VALUE,…}. A comma within brackets or quotes belongs to its value.
 */
public final class VaryText {
    /** Two numbers or quantities with a colon between them: meant as a range, and not one. */
    private static final String BROKEN_RANGE = "[-+.]?[0-9][^:,\"\\[{]*:\\s*[-+.]?[0-9][^,\"\\[{]*";

    private VaryText() {}

    /**
     * The override of a scenario's {@code sweep} that says the same; empty if the text says nothing, or begins as a
     * range and is none.
     */
    public static Optional<String> setting(String text) {
        int equals = text.indexOf('=');
        if (equals <= 0 || equals == text.length() - 1) {
            return Optional.empty();
        }
        String values = text.substring(equals + 1);
        String[] range = values.split(":", -1);
        boolean log = range.length == 4 && range[3].strip().equals("log");
        boolean isRange = (range.length == 3 || log) && range[2].strip().matches("[0-9]{1,9}");
        if (!isRange && values.strip().matches(BROKEN_RANGE)) {
            return Optional.empty();
        }
        String spread = isRange
                ? "{\"from\":" + json(range[0]) + ",\"to\":" + json(range[1]) + ",\"count\":" + range[2].strip()
                        + (log ? ",\"scale\":\"log\"}" : "}")
                : "{\"values\":" + list(values) + "}";
        return Optional.of("sweep.vary." + text.substring(0, equals).strip() + "=" + spread);
    }

    /** As a JSON list if it is one without its brackets, else by the commas. */
    private static String list(String values) {
        String whole = "[" + values + "]";
        Problems faults = new Problems();
        boolean isJson = JsonReader.parse(whole, "", faults).isPresent() && !faults.hasErrors();
        return isJson
                ? whole
                : List.of(values.split(",", -1)).stream()
                        .map(VaryText::json)
                        .collect(Collectors.joining(",", "[", "]"));
    }

    private static String json(String value) {
        Problems faults = new Problems();
        boolean isJson = JsonReader.parse(value, "", faults).isPresent() && !faults.hasErrors();
        return isJson ? value.strip() : JsonText.quoted(value.strip());
    }
}
