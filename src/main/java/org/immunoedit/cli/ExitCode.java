package org.immunoedit.cli;

/**
 * How a command ended, as the process tells it. Ordered from harmless to grave, so the worst of several is the last.
 */
enum ExitCode {
    /** Done. */
    DONE(0),
    /** A run failed numerically. */
    FAILED_RUN(1),
    /** Wrong command line. */
    WRONG_USAGE(2),
    /** An invalid scenario, model, agent or data file. */
    BAD_INPUT(3),
    /** A file or stream could not be read or written. */
    INPUT_OUTPUT(4),
    /** A bug of immunoedit. */
    INTERNAL(70),
    /** Stopped by the user; the JVM itself returns it when SIGINT ends the process. */
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number the process returns. */
    int code() {
        return code;
    }

    /** The graver of two endings. */
    ExitCode worse(ExitCode other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
