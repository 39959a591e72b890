package org.immunoedit.cli;

import java.util.Arrays;
import java.util.List;
import org.immunoedit.io.CsvWriter;
import org.immunoedit.outcome.Criteria;
import org.immunoedit.outcome.Endpoint;
import org.immunoedit.outcome.Judge;

/**
 * Writes the fields of one row after another that hold endpoints. Where the model varies, points may have other
 * endpoints than the table: they are told apart by their names. One thread.
 */
final class EndpointCells {
    private static final Censoring[] CENSORINGS = Censoring.values();

    private final List<String> columns;
    /** For each column of censoring the endpoints it belongs to. */
    private final int[][] censored = new int[CENSORINGS.length][];

    private final double[] values;
    private final double[] untils;
    private Criteria criteria;
    private int[] places = {};
    private int taken;

    /** @param endpoints of the table */
    EndpointCells(List<Endpoint> endpoints) {
        columns = endpoints.stream().map(Endpoint::name).toList();
        values = new double[columns.size()];
        untils = new double[columns.size()];
        for (Censoring censoring : CENSORINGS) {
            censored[censoring.ordinal()] = censoring.places(columns);
        }
    }

    /** The fields of a row without a verdict. */
    void writeNone(CsvWriter csv) {
        if (!columns.isEmpty()) {
            Arrays.fill(values, Double.NaN);
            Arrays.fill(untils, Double.NaN);
            write("", csv);
        }
    }

    /** The fields of a run that has been judged. */
    void write(Judge judge, CsvWriter csv) {
        if (criteria == null || !judge.isBy(criteria, places.length)) {
            criteria = judge.criteria();
            places = judge.endpointNames().stream().mapToInt(columns::indexOf).toArray();
        }
        Arrays.fill(values, Double.NaN);
        Arrays.fill(untils, Double.NaN);
        taken = 0;
        judge.endpoints(this::take);
        write(judge.bestResponse().toString(), csv);
    }

    private void take(double value, double until) {
        int place = places[taken++];
        if (place >= 0) {
            values[place] = value;
            untils[place] = until;
        }
    }

    /** The endpoints of the row written last. */
    double[] values() {
        return values.clone();
    }

    /** An endpoint of the row written last; NaN if there is none of this name. */
    double value(String column) {
        int place = columns.indexOf(column);
        return place < 0 ? Double.NaN : values[place];
    }

    /** When the run of the row written last was last watched; NaN when what it was watched for has happened. */
    double until(Censoring censoring) {
        for (int place : censored[censoring.ordinal()]) {
            if (!Double.isNaN(untils[place])) {
                return untils[place];
            }
        }
        return Double.NaN;
    }

    private void write(String response, CsvWriter csv) {
        for (double value : values) {
            csv.number(value);
        }
        csv.text(response);
        for (Censoring censoring : CENSORINGS) {
            csv.number(until(censoring));
        }
    }
}
