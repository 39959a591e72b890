package org.immunoedit.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immunoedit.cli.Explanation.Attempt;
import org.immunoedit.io.AtomicFile;
import org.immunoedit.io.CsvWriter;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.sim.RowSink;

/** The contributions of an explanation as CSV, written while it is made. */
record ExplanationTable(Assembly assembly) {
    /**
     * Explains, with the table in a file, which is written only if the run goes well.
     *
     * @param unfinished temporary files in use stand in it
     */
    Attempt into(Path file, Set<Path> unfinished) throws IOException {
        try (AtomicFile target = AtomicFile.create(file, unfinished)) {
            Attempt attempt = into(target.stream());
            if (attempt.explanation().isPresent()) {
                target.commit();
            }
            return attempt;
        }
    }

    /** Explains, with the table on a stream, which is not closed. */
    Attempt into(OutputStream out) throws IOException {
        List<String> header = new ArrayList<>(List.of("time"));
        boolean sides = assembly.ready().experiment().bothSides();
        if (sides) {
            header.add("side");
        }
        Explanation.columns(assembly).stream().map(Term::name).forEach(header::add);
        try {
            CsvWriter csv = new CsvWriter(out, header);
            Attempt attempt = Explanation.of(assembly, Optional.of(rows(csv, sides)));
            csv.flush();
            return attempt;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static RowSink rows(CsvWriter csv, boolean sides) {
        return (time, values, side) -> {
            try {
                csv.number(time);
                if (sides) {
                    csv.text(side.toString());
                }
                for (double value : values) {
                    csv.number(value);
                }
                csv.endRow();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
