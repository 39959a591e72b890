package org.immunoedit.reliability;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes trees of maps, lists, texts and {@link Raw} pieces as JSON in many hands. */
final class JsonText {
    /** Text that goes out as it is. */
    record Raw(String text) {}

    private final Chance chance;
    private final String newline;
    private final boolean comments;
    private final boolean trailingCommas;
    private final StringBuilder text = new StringBuilder();

    JsonText(Chance chance) {
        this.chance = chance;
        newline = chance.pick("\n", "\n", "\r\n", "\r", "", " ");
        comments = chance.oneIn(6) && newline.contains("\n");
        trailingCommas = chance.oneIn(6);
    }

    /** A tree of these names and values, in turn. Unlike {@link Map#of} it has the same order in every JVM. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    String write(Object tree) {
        if (chance.oneIn(20)) {
            text.append('\uFEFF');
        }
        value(tree, 0);
        return text.append(newline).toString();
    }

    private void value(Object tree, int depth) {
        if (comments && chance.oneIn(8)) {
            text.append(chance.pick("/* a word */", "// a line" + newline, "/**/"));
        }
        if (tree instanceof Map<?, ?> map) {
            text.append('{');
            int left = map.size();
            for (Map.Entry<?, ?> member : map.entrySet()) {
                line(depth + 1);
                // a key may stand twice in JSON, not in a map: generators mark the second with a trailing NUL
                text(String.valueOf(member.getKey()).replace("\u0000", ""));
                text.append(": ");
                value(member.getValue(), depth + 1);
                comma(--left);
            }
            line(depth);
            text.append('}');
        } else if (tree instanceof List<?> list) {
            text.append('[');
            int left = list.size();
            for (Object item : list) {
                value(item, depth + 1);
                comma(--left);
            }
            text.append(']');
        } else if (tree instanceof Raw raw) {
            text.append(raw.text());
        } else {
            text(String.valueOf(tree));
        }
    }

    private void comma(int left) {
        if (left > 0 || trailingCommas) {
            text.append(',');
        }
    }

    private void line(int depth) {
        text.append(newline);
        if (!newline.isEmpty()) {
            text.append(" ".repeat(Math.min(depth, 20)));
        }
    }

    private void text(String content) {
        text.append('"');
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || chance.oneIn(400)) {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
