package org.immunoedit.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Objects;

/** Failures that are not the input's fault, in one line of plain words. */
final class Failures {
    private Failures() {}

    /**
     * Reports a stream or file that failed. A reader of our output that went away, as {@code head} does, is no failure
     * of ours: it ends quietly with {@link ExitCode#DONE}.
     */
    static ExitCode of(IOException failure, PrintStream err) {
        if (isBrokenPipe(failure)) {
            return ExitCode.DONE;
        }
        err.println("immunoedit: " + words(failure));
        return ExitCode.INPUT_OUTPUT;
    }

    /** Reports a bug of ours: one line and the way to the stack trace, or the stack trace. */
    static ExitCode internal(Throwable bug, boolean debug, PrintStream err) {
        err.println("immunoedit: " + internalWords(bug));
        if (debug) {
            bug.printStackTrace(err);
        }
        return ExitCode.INTERNAL;
    }

    /** What the line about a bug says. */
    static String internalWords(Throwable bug) {
        if (bug instanceof OutOfMemoryError) {
            return "out of memory; give the JVM more with IMMUNOEDIT_JAVA_OPTS=-Xmx4g";
        }
        String message = Objects.requireNonNullElse(bug.getMessage(), "")
                .lines()
                .findFirst()
                .orElse("");
        return "internal error: " + bug.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message)
                + " (a bug; " + Options.DEBUG + " shows the stack trace)";
    }

    /** The failure's file and reason, without class names. */
    static String words(IOException failure) {
        if (failure instanceof FileSystemException file && file.getFile() != null) {
            return file.getFile() + ": " + reason(file);
        }
        if (failure instanceof CharacterCodingException) {
            return "not UTF-8 text";
        }
        String message = failure.getMessage();
        return message == null ? "input or output failed" : message;
    }

    private static String reason(FileSystemException failure) {
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
        return Objects.requireNonNullElse(failure.getReason(), "cannot be read or written");
    }

    private static boolean isBrokenPipe(IOException failure) {
        String message = Objects.requireNonNullElse(failure.getMessage(), "").toLowerCase(Locale.ROOT);
        return message.contains("broken pipe") || message.contains("pipe is being closed");
    }
}
