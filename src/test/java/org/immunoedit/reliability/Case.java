package org.immunoedit.reliability;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One attack: files, and a command line about them.
 *
 * @param kind what was attacked
 * @param files content by name
 * @param words of the command line; {@code @} at the start stands for the directory of the files
 * @param first words of a command line before, which makes the results that the other is about; empty if there is none
 */
record Case(String kind, Map<String, byte[]> files, List<String> words, List<String> first) {
    Case {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        words = List.copyOf(words);
        first = List.copyOf(first);
    }

    /** One command line alone. */
    Case(String kind, Map<String, byte[]> files, List<String> words) {
        this(kind, files, words, List.of());
    }

    /** The same files under another command line. */
    Case with(List<String> others) {
        return new Case(kind, files, others);
    }

    /** The same command line, its results being among the files. */
    Case with(Map<String, byte[]> more) {
        Map<String, byte[]> all = new LinkedHashMap<>(files);
        all.putAll(more);
        return new Case(kind, all, words, first);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Case that
                && kind.equals(that.kind)
                && words.equals(that.words)
                && first.equals(that.first)
                && files.keySet().equals(that.files.keySet())
                && files.keySet().stream().allMatch(name -> Arrays.equals(files.get(name), that.files.get(name)));
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }
}
