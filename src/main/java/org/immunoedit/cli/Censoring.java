package org.immunoedit.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.immunoedit.outcome.Endpoint;

/** Columns of a sweep that say how long a run was watched for what it did not show. */
enum Censoring {
    /** The last assessment that was free of progression; empty if the tumor progressed or was not assessed. */
    PROGRESSION_FREE_UNTIL(SweepColumns.PROGRESSION),
    /**
     * The end of the run: a tumor is not both eliminated and escaped, so that one of these times is always censored.
     */
    OBSERVED_UNTIL("elimination_time", "escape_time");

    private final List<String> endpoints;

    Censoring(String... endpoints) {
        this.endpoints = List.of(endpoints);
    }

    /** Name of the column. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Unit of the column: that of the endpoints it belongs to. */
    String unit(List<Endpoint> all) {
        return all.stream()
                .filter(this::concerns)
                .map(Endpoint::unit)
                .findFirst()
                .orElse("");
    }

    /**
     * Where the endpoints stand that it belongs to, ascending.
     *
     * @param names of endpoints
     */
    int[] places(List<String> names) {
        return IntStream.range(0, names.size())
                .filter(i -> endpoints.contains(names.get(i)))
                .toArray();
    }

    private boolean concerns(Endpoint endpoint) {
        return endpoints.contains(endpoint.name());
    }
}
