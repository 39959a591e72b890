package org.immunoedit.cli;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.immunoedit.expr.Printer;

/** Plain values as JSON: maps, collections, texts, numbers, truth values. What is not finite becomes null. */
final class JsonText {
    private JsonText() {}

    /** The value as JSON on one line. */
    static String of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> Diagnostics.text(String.valueOf(e.getKey())) + ": " + of(e.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(JsonText::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? Printer.number(number) : "null";
        }
        return value instanceof String text ? Diagnostics.text(text) : String.valueOf(value);
    }
}
