package org.immunoedit.reliability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunoedit.reliability.JsonText.Raw;

/** Breaks trees and texts. */
final class Havoc {
    private static final String[] WORDS = {
        "",
        " ",
        "T",
        "E",
        "i",
        "time",
        "1 d",
        "200 mg",
        "3 mg/kg",
        "200 mq",
        "1e400 d",
        "-1 d",
        "1 d d",
        "1/d/d/d",
        "5 %",
        "1 cell/uL",
        "1e9 cell",
        "0 h",
        "1 y",
        "\u0000",
        "é",
        "\uD800",
        "../../../../etc/passwd",
        "/dev/zero",
        "/",
        "..",
        ".",
        "con",
        "a".repeat(3000),
        "tumor",
        "java/lang/Object",
        "<init>",
        "[I",
        "T;",
        "T/E",
        "a.b",
        "$a",
        "true",
        "null",
        "1",
        "max_steps",
        "sum",
        "if",
        "pembrolizumab",
        "auto",
        "rodas",
        "kuznetsov-1994",
        "m.json",
        "d.csv"
    };
    private static final String[] KEYS = {
        "",
        "T",
        "model",
        "time",
        "every",
        "doses",
        "addl",
        "ii",
        "rate",
        "unit",
        "value",
        "T[1]",
        "T[i]",
        "T[i,j]",
        "T[i][j]",
        "x y",
        "é",
        "hill(x)",
        "f(x, x)",
        "f()",
        "initial",
        "end",
        "until",
        "start",
        "$schema",
        "default",
        "a/b",
        "a~b",
        "#",
        "T[2147483648]"
    };
    private static final String[] PIECES = {
        "\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "-",
        "1e400",
        "0",
        "\u0000",
        "é",
        "//",
        "/*",
        "*/",
        "NaN",
        "T",
        "(",
        ")",
        "^",
        "\\u00",
        "\\u0000",
        "\\uD800",
        "null",
        "true",
        "1e-320",
        "9999999999",
        "\n",
        "\r",
        " mg",
        "time",
        "sum(i,",
        "if(",
        "\uFEFF",
        "*",
        "doses",
        "every",
        "\\",
        "\\x",
        "'",
        "\u2028"
    };

    private final Chance chance;

    Havoc(Chance chance) {
        this.chance = chance;
    }

    /** A copy of the tree with a few places changed. */
    Object breakTree(Object original, int edits) {
        Object tree = copy(original);
        for (int k = 0; k < edits; k++) {
            List<Object> places = new ArrayList<>();
            collect(tree, places);
            if (places.isEmpty() || chance.oneIn(200)) {
                return odd(tree);
            }
            edit(chance.pick(places));
        }
        return tree;
    }

    private static Object copy(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(String.valueOf(key), copy(value)));
            return copy;
        }
        if (tree instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(copy(item)));
            return copy;
        }
        return tree;
    }

    private static void collect(Object tree, List<Object> places) {
        if (tree instanceof Map<?, ?> map && !map.isEmpty()) {
            places.add(map);
            map.values().forEach(value -> collect(value, places));
        } else if (tree instanceof List<?> list && !list.isEmpty()) {
            places.add(list);
            list.forEach(value -> collect(value, places));
        }
    }

    @SuppressWarnings("unchecked")
    private void edit(Object place) {
        if (place instanceof List<?>) {
            editList((List<Object>) place);
        } else {
            editMap((Map<String, Object>) place);
        }
    }

    private void editList(List<Object> list) {
        int at = chance.below(list.size());
        switch (chance.below(5)) {
            case 0 -> list.remove(at);
            case 1 -> list.add(at, list.get(at));
            case 2 -> list.add(odd(list.get(at)));
            default -> list.set(at, odd(list.get(at)));
        }
    }

    private void editMap(Map<String, Object> map) {
        String key = chance.pick(List.copyOf(map.keySet()));
        switch (chance.below(10)) {
            case 0 -> map.remove(key);
            case 1 -> rename(map, key);
            case 2 -> map.put(chance.pick(KEYS), odd(map.get(key)));
            case 3 -> map.put(key + "\u0000", chance.oneIn(2) ? map.get(key) : odd(map.get(key)));
            case 4 -> map.put(key, map.get(chance.pick(List.copyOf(map.keySet()))));
            default -> map.put(key, odd(map.get(key)));
        }
    }

    private void rename(Map<String, Object> map, String key) {
        Map<String, Object> copy = new LinkedHashMap<>(map);
        map.clear();
        String other = chance.oneIn(2) ? chance.pick(KEYS) : breakText(key, 1);
        copy.forEach((k, v) -> map.put(k.equals(key) ? other : k, v));
    }

    private Object odd(Object value) {
        return switch (chance.below(12)) {
            case 0, 1 -> new Raw(chance.oddNumber());
            case 2 -> new Raw(chance.noNumber());
            case 3, 4 -> chance.pick(WORDS);
            case 5 ->
                new Raw(chance.pick("null", "true", "false", "{}", "[]", "[[]]", "{\"\": {}}", "[null]", "[1, 2, 3]"));
            case 6 -> new ArrayList<>(List.of(value, value));
            case 7 -> JsonText.object(chance.pick(KEYS), value);
            case 8 -> chance.oneIn(4) ? nested() : chance.pick(WORDS);
            case 9 -> new FormulaGrammar(chance, List.of("T", "E", "a"), List.of(), Map.of()).attack();
            default -> value instanceof String text ? breakText(text, 1) : new Raw(chance.number());
        };
    }

    private Raw nested() {
        int depth = chance.pick(3, 3, 5, 50, 198, 202, 5000);
        boolean list = chance.oneIn(2);
        return new Raw((list ? "[" : "{\"a\":").repeat(depth) + "1" + (list ? "]" : "}").repeat(depth));
    }

    /** A text with a few characters changed. */
    String breakText(String original, int edits) {
        StringBuilder text = new StringBuilder(original);
        for (int k = 0; k < edits; k++) {
            int from = text.length() == 0 ? 0 : chance.below(text.length());
            int to = Math.min(text.length(), from + chance.below(6));
            switch (chance.below(5)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, chance.pick(PIECES));
                case 2 -> text.replace(from, to, chance.pick(PIECES));
                case 3 -> text.insert(from, text.substring(from, to));
                default -> text.replace(from, Math.min(text.length(), from + 1), "" + (char) (32 + chance.below(95)));
            }
        }
        return text.toString();
    }

    /** Bytes with a few of them changed, whatever they mean. */
    byte[] breakBytes(byte[] original, int edits) {
        byte[] bytes = original.clone();
        for (int k = 0; k < edits && bytes.length > 0; k++) {
            int at = chance.below(bytes.length);
            switch (chance.below(4)) {
                case 0 -> bytes[at] = (byte) chance.below(256);
                case 1 -> bytes[at] ^= (byte) (1 << chance.below(8));
                case 2 -> bytes = java.util.Arrays.copyOf(bytes, at);
                default ->
                    System.arraycopy(
                            chance.bytes(3),
                            0,
                            bytes,
                            Math.min(at, Math.max(0, bytes.length - 3)),
                            Math.min(3, bytes.length));
            }
        }
        return bytes;
    }
}
