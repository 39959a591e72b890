package org.immunoedit.sweep;

import java.util.List;

/** Points from a table. */
public final class Listed implements Design {
    private final List<double[]> columns;
    private final int rows;

    /**
     * A list of points.
     *
     * @param columns coordinates by variation, all of one length
     */
    public Listed(List<double[]> columns) {
        this.columns = columns.stream().map(double[]::clone).toList();
        rows = columns.isEmpty() ? 0 : columns.get(0).length;
    }

    @Override
    public long size() {
        return rows;
    }

    @Override
    public double[] at(long point) {
        return columns.stream()
                .mapToDouble(column -> column[Math.toIntExact(point)])
                .toArray();
    }
}
