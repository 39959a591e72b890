package org.immunoedit.cli;

import java.nio.file.FileSystemException;
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
}
