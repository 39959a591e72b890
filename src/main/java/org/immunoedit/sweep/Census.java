package org.immunoedit.sweep;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.immunoedit.outcome.Phase;
import org.immunoedit.outcome.Response;

/** Counts how the runs of one arm ended. Shares are of the runs that ended well. One thread. */
public final class Census {
    private static final Set<Response> OBJECTIVE = EnumSet.of(Response.COMPLETE, Response.PARTIAL);
    private static final Set<Response> CONTROL =
            EnumSet.of(Response.COMPLETE, Response.PARTIAL, Response.STABLE, Response.NEITHER);

    private final Map<String, Long> statuses = new TreeMap<>();
    private final Map<Phase, Long> phases = new EnumMap<>(Phase.class);
    private final Map<Response, Long> responses = new EnumMap<>(Response.class);

    /** Counts a run. */
    public void add(Fate fate) {
        statuses.merge(fate.status(), 1L, Long::sum);
        if (fate.good()) {
            fate.phase().ifPresent(phase -> phases.merge(phase, 1L, Long::sum));
            fate.response().ifPresent(response -> responses.merge(response, 1L, Long::sum));
        }
    }

    /** Runs by status, in the order of the alphabet. */
    public Map<String, Long> statuses() {
        return new TreeMap<>(statuses);
    }

    /** All runs. */
    public long runs() {
        return sum(statuses);
    }

    /** Runs that ended well. */
    public long good() {
        return statuses.getOrDefault(Fate.OK, 0L);
    }

    /** The share of every phase; none when nothing was judged. */
    public Map<Phase, Proportion> phases() {
        Map<Phase, Proportion> shares = new LinkedHashMap<>();
        for (Phase phase : phases.isEmpty() ? new Phase[0] : Phase.values()) {
            shares.put(phase, new Proportion(phases.getOrDefault(phase, 0L), sum(phases)));
        }
        return shares;
    }

    /** Whether the tumor could be assessed in any run. */
    public boolean assessed() {
        return responses.keySet().stream().anyMatch(response -> response != Response.NOT_EVALUABLE);
    }

    /** The share of every best response. */
    public Map<Response, Proportion> responses() {
        Map<Response, Proportion> shares = new LinkedHashMap<>();
        for (Response response : Response.values()) {
            shares.put(response, new Proportion(responses.getOrDefault(response, 0L), sum(responses)));
        }
        return shares;
    }

    /** Complete and partial responses; who could not be assessed counts as not responding, as RECIST 1.1 asks for. */
    public Proportion objectiveResponse() {
        return of(OBJECTIVE);
    }

    /** Complete and partial responses and stable disease. */
    public Proportion diseaseControl() {
        return of(CONTROL);
    }

    private Proportion of(Set<Response> which) {
        long count = which.stream()
                .mapToLong(response -> responses.getOrDefault(response, 0L))
                .sum();
        return new Proportion(count, sum(responses));
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
