package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What a shell may offer where a command line expects a word.
 *
 * @param words that are possible; empty when there are too many to list
 * @param files whether a file may stand there
 * @param ending of those files, without the dot; empty for any
 * @param directories whether it is a directory and no file
 */
record Hints(List<String> words, boolean files, String ending, boolean directories) {
    Hints {
        words = List.copyOf(words);
    }

    /** The hints for an argument: its candidates, or what its label says. */
    static Hints of(ArgSpec argument) {
        List<String> words = new ArrayList<>();
        if (argument.completionCandidates() != null) {
            argument.completionCandidates().forEach(words::add);
        }
        String label = argument.paramLabel();
        boolean files = label.contains("FILE") || label.contains("SCENARIO");
        boolean json = label.contains("SCENARIO") || label.equals("FILE") && argument.isPositional();
        String ending = json ? "json" : "";
        return new Hints(words, files, label.contains(".csv") ? "csv" : ending, !files && label.contains("DIR"));
    }
}
