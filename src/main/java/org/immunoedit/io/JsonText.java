package org.immunoedit.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a tree as JSON text; numbers as they were written. */
public final class JsonText {
    private JsonText() {}

    /** On one line, without needless blanks. */
    public static String compact(Json json) {
        if (json instanceof Json.Object object) {
            return object.members().values().stream()
                    .map(member -> quoted(member.key()) + ":" + compact(member.value()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (json instanceof Json.Array array) {
            return array.items().stream().map(JsonText::compact).collect(Collectors.joining(",", "[", "]"));
        }
        return atom(json);
    }

    /** On many lines, indented as {@link JsonWriter} does, without a final line feed. */
    public static String indented(Json json) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            JsonWriter.write(json, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    private static String atom(Json json) {
        if (json instanceof Json.Text text) {
            return quoted(text.value());
        }
        if (json instanceof Json.Number number) {
            return number.source();
        }
        return json instanceof Json.Bool bool ? String.valueOf(bool.value()) : "null";
    }

    /** A text with its quotes. */
    public static String quoted(String value) {
        StringBuilder out = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (Character.isISOControl(c) || Character.isSurrogate(c)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
