package org.immunoedit.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Objects;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;

/** Failures that are not the input's fault, in one line of plain words. */
final class Failures {
    private Failures() {}

    /** A stream or file that failed, as a diagnostic; without a file name it is about the program as a whole. */
    static Problem problem(IOException failure) {
        boolean named = failure instanceof FileSystemException file && file.getFile() != null;
        String file = named ? ((FileSystemException) failure).getFile() : "immunoedit";
        return Problem.error("io", new Place(file, 0, 0, ""), reason(failure), "");
    }

    /** Whether the reader of our output went away, as {@code head} does: no failure of ours, and no word about it. */
    static boolean isBrokenPipe(IOException failure) {
        String reason = failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
        String text = Objects.requireNonNullElse(reason, "").toLowerCase(Locale.ROOT);
        return text.contains("broken pipe") || text.contains("pipe is being closed");
    }

    /** What the line about a bug says. */
    static String internalWords(Throwable bug) {
        if (isOutOfMemory(bug)) {
            return "out of memory; give the JVM more with IMMUNOEDIT_JAVA_OPTS=-Xmx4g";
        }
        String message = Objects.requireNonNullElse(bug.getMessage(), "")
                .lines()
                .findFirst()
                .orElse("");
        return "internal error: " + bug.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message)
                + " (a bug; " + Options.DEBUG + " shows the stack trace)";
    }

    /** Also in a thread of a sweep, whose failure is the cause of another. */
    private static boolean isOutOfMemory(Throwable bug) {
        Throwable cause = bug;
        while (cause != null && !(cause instanceof OutOfMemoryError)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    private static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NotDirectoryException) {
            return "not a directory";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "exists already";
        }
        String reason = failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
        return Objects.requireNonNullElse(reason, "cannot be read or written");
    }
}
