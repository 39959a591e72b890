package org.immunoedit.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths as users type them. */
final class UserPath {
    private UserPath() {}

    /**
     * The path that a word of the command line names.
     *
     * @throws FileSystemException if it cannot be one: a character that names of files never hold, or, under a locale
     *     that is not installed, one beyond ASCII
     */
    static Path of(String word) throws FileSystemException {
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            String reason = "cannot be the name of a file here; if it holds letters beyond ASCII, set LC_ALL=C.UTF-8";
            FileSystemException named = new FileSystemException(word, null, reason);
            named.initCause(e);
            throw named;
        }
    }

    /**
     * The place of output that must not be its own input.
     *
     * @param input as typed: a scenario, or a CSV file of results
     */
    static Path apart(Path output, String input) throws WrongUsage, IOException {
        Path path = Document.isStdin(input) ? null : of(input);
        if (path != null && Files.exists(path) && Files.exists(output) && Files.isSameFile(path, output)) {
            String what = input.endsWith(".csv") ? "the results" : "the scenario";
            throw new WrongUsage("-o " + output + " would overwrite " + what);
        }
        return output;
    }
}
