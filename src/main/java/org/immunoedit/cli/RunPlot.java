package org.immunoedit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immunoedit.figure.View;
import org.immunoedit.problem.BadInput;
import org.immunoedit.problem.Problem;

/** Draws a run that has just been written: {@code run --plot}. */
final class RunPlot {
    private RunPlot() {}

    /**
     * Draws the figure beside the table.
     *
     * @param messages of the run, to which those of the figure are added; a run that did not go well is not drawn
     */
    static Messages beside(Path csv, Messages messages, Set<Path> unfinished) {
        if (messages.code() != ExitCode.DONE) {
            return messages;
        }
        FigureFile file = new FigureFile(OutputStream.nullOutputStream(), unfinished);
        List<Problem> problems = new ArrayList<>(messages.problems());
        try {
            RunFigures figures = new RunFigures(View.PLAIN, Optional.empty(), InputStream.nullInputStream(), problems);
            file.write(figures.figure(csv.toString()), FigureFile.beside(csv).toString());
            return new Messages(messages.code(), problems, messages.line());
        } catch (BadInput e) {
            problems.addAll(e.problems());
            return new Messages(ExitCode.BAD_INPUT, problems, messages.line());
        } catch (IOException e) {
            problems.add(Failures.problem(e));
            return new Messages(ExitCode.INPUT_OUTPUT, problems, messages.line());
        } catch (WrongUsage impossible) {
            throw new IllegalStateException("its name ends in .svg", impossible);
        }
    }
}
