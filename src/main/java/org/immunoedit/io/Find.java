package org.immunoedit.io;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immunoedit.model.Literal;
import org.immunoedit.outcome.Phase;
import org.immunoedit.problem.Place;
import org.immunoedit.sweep.BoundarySearch;
import org.immunoedit.sweep.Variation;

/**
 * A boundary that a sweep looks for.
 *
 * @param target what is varied to find it; its spread has the first values that are tried
 * @param place where it stands
 * @param phases in one of which a run is to end; none where an endpoint decides
 * @param limit of an endpoint; empty where a phase decides
 */
public record Find(
        Variation target, Place place, BoundarySearch search, List<Phase> phases, Optional<EndpointLimit> limit) {
    public Find {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(search, "search");
        phases = List.copyOf(phases);
        if (phases.isEmpty() != limit.isPresent()) {
            throw new IllegalArgumentException("phases " + phases + " and limit " + limit);
        }
    }

    /**
     * One side of a value of an endpoint.
     *
     * @param place where the endpoint is named
     * @param value as written
     * @param below whether below it is wanted, else above
     */
    public record EndpointLimit(String endpoint, Place place, Literal value, boolean below) {}
}
