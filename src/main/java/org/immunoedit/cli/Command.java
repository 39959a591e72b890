package org.immunoedit.cli;

import java.io.IOException;
import org.immunoedit.problem.BadInput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One subcommand. */
interface Command {
    /** Its name, options and help. */
    CommandSpec spec();

    /**
     * Does its work.
     *
     * @throws WrongUsage if words that parse make no sense together
     * @throws BadInput if a file cannot be used
     * @throws IOException if a file or stream cannot be read or written
     */
    ExitCode run(ParseResult words, Console console) throws WrongUsage, BadInput, IOException;
}
