package org.immunoedit.cli;

import java.io.IOException;
import java.util.List;
import org.immunoedit.problem.BadInput;
import org.immunoedit.problem.Problem;

/** What commands that run or check scenarios need from the layers below. Safe for concurrent use. */
interface Jobs {
    /**
     * Reads, checks and compiles a scenario.
     *
     * @throws BadInput with every problem found
     * @throws IOException if a file the scenario names cannot be read
     */
    Job prepare(Document document, Changes changes) throws BadInput, IOException;

    /**
     * All problems of a scenario, model or agent document, warnings included; nothing is run.
     *
     * @throws IOException if a file the document names cannot be read
     */
    List<Problem> check(Document document, Changes changes) throws IOException;
}
