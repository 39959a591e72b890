package org.immunoedit.problem;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a misspelt one most likely stands for. */
public final class Nearest {
    /** Letters beyond which a word is none that somebody has misspelt; to compare takes the square of the length. */
    private static final int LONGEST = 200;

    private Nearest() {}

    /**
     * The known name closest to {@code word} by edits (insert, delete, replace, swap of neighbors), ignoring case.
     *
     * @return empty when nothing is near: more than a third of the letters would have to change; also for a word of
     *     more than 200 letters
     */
    public static Optional<String> of(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        String best = null;
        int bestDistance = Math.max(1, word.length() / 3) + 1;
        for (String candidate : known) {
            // as many letters as one is longer must be inserted
            if (Math.abs(candidate.length() - word.length()) < bestDistance) {
                int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
                if (distance < bestDistance) {
                    best = candidate;
                    bestDistance = distance;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** A hint such as {@code did you mean "amount"?}, or an empty text when nothing is near. */
    public static String hint(String word, Collection<String> known) {
        return of(word, known).map(name -> "did you mean \"" + name + "\"?").orElse("");
    }

    /** Optimal string alignment distance. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 ? j : j == 0 ? i : step(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(int[][] d, String a, String b, int i, int j) {
        int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
