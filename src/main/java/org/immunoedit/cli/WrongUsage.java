package org.immunoedit.cli;

/** A command line that parses but makes no sense; the message is a clause for the user. */
final class WrongUsage extends Exception {
    private static final long serialVersionUID = 1L;

    WrongUsage(String message) {
        super(message);
    }
}
