package org.immunoedit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.immunoedit.io.CsvWriter;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.sim.RowSink;

/** Writes the rows of one run as lines of {@code trajectories.csv}. */
final class SweepTrajectory implements RowSink {
    private final SweepColumns columns;
    private final long row;
    private final List<Term> own;
    private final int[] positions;
    private final PhaseColumn phases;
    private final CsvWriter csv;

    /**
     * Rows to be.
     *
     * @param row of the results that the run is of, counted from 0
     * @param own columns of the run
     */
    SweepTrajectory(SweepColumns columns, long row, List<Term> own, PhaseColumn phases, CsvWriter csv) {
        this.columns = columns;
        this.row = row;
        this.own = own;
        this.phases = phases;
        this.csv = csv;
        List<String> names = own.stream().map(Term::name).toList();
        positions = columns.shown().stream()
                .mapToInt(column -> names.indexOf(column.name()))
                .toArray();
    }

    @Override
    public void row(double time, double[] values, Side side) {
        columns.begin(row, csv);
        csv.number(time);
        if (columns.sides()) {
            csv.text(side.toString());
        }
        for (int position : positions) {
            if (position < 0) {
                csv.number(Double.NaN);
            } else if (own.get(position) == PhaseColumn.TERM) {
                csv.text(phases.at(time, side));
            } else {
                csv.number(values[position]);
            }
        }
        try {
            csv.endRow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
