package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.List;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.sim.RowSink;
import org.immunoedit.sim.Times;

/** The rows of a run in memory, to be compared with those of another run of the same experiment. */
final class RecordedRows implements RowSink {
    private final List<Row> rows = new ArrayList<>();

    private record Row(double time, double[] values, Side side) {
        boolean isAt(Row other) {
            return side == other.side && (time == other.time || Times.same(time, other.time));
        }
    }

    @Override
    public void row(double time, double[] values, Side side) {
        rows.add(new Row(time, values.clone(), side));
    }

    /** Records, then hands on. */
    RowSink before(RowSink next) {
        return (time, values, side) -> {
            row(time, values, side);
            next.row(time, values, side);
        };
    }

    /** Rows of either run that the other one has not: one of them was stopped earlier, or jumped elsewhere. */
    int unmatched(RecordedRows other) {
        return rows.size() + other.rows.size() - 2 * pairs(other).size();
    }

    /** The largest difference of each column that holds numbers, over the rows that both have. */
    List<NumericsCheck.Difference> differences(RecordedRows other, List<Term> columns) {
        List<Row[]> pairs = pairs(other);
        List<NumericsCheck.Difference> differences = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            if (columns.get(c) != PhaseColumn.TERM) {
                differences.add(difference(columns.get(c).name(), c, pairs));
            }
        }
        return differences;
    }

    private static NumericsCheck.Difference difference(String name, int column, List<Row[]> pairs) {
        double range = 0;
        double largest = 0;
        double at = Double.NaN;
        boolean missing = false;
        for (Row[] pair : pairs) {
            double first = pair[0].values[column];
            double second = pair[1].values[column];
            missing |= Double.isNaN(first) != Double.isNaN(second);
            // a maximum with NaN would stay NaN
            range = Math.abs(first) > range ? Math.abs(first) : range;
            if (Math.abs(first - second) > largest) {
                largest = Math.abs(first - second);
                at = pair[0].time;
            }
        }
        double relative = missing || largest > 0 && range == 0
                ? Double.POSITIVE_INFINITY
                : largest / Math.max(range, Double.MIN_NORMAL);
        return new NumericsCheck.Difference(name, relative, largest, at, range);
    }

    /** Rows of the same time and side; of two runs that an event has stopped, the last rows besides. */
    private List<Row[]> pairs(RecordedRows other) {
        List<Row[]> pairs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < rows.size() && j < other.rows.size()) {
            Row first = rows.get(i);
            Row second = other.rows.get(j);
            boolean bothLast = i == rows.size() - 1 && j == other.rows.size() - 1;
            if (first.isAt(second) || bothLast) {
                pairs.add(new Row[] {first, second});
                i++;
                j++;
            } else if (first.time < second.time || first.side == Side.BEFORE && first.time == second.time) {
                i++;
            } else {
                j++;
            }
        }
        return pairs;
    }
}
