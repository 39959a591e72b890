package org.immunoedit.figure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immunoedit.outcome.Episode;

/**
 * What is known of one run: its columns, and what happened to it.
 *
 * @param title of the scenario
 * @param subtitle the verdict in words
 * @param timeUnit empty when unknown
 * @param traces all columns but time, in file order
 * @param tumor name of the column that the verdict is about, empty when unknown
 * @param watched names of columns that the model wants watched
 * @param doses per agent
 * @param episodes phases, one after the other
 * @param remarks events and decisions by their words
 * @param bounds levels of the tumor that the verdict goes by
 */
public record Recording(
        String title,
        String subtitle,
        String timeUnit,
        List<Trace> traces,
        String tumor,
        List<String> watched,
        List<Doses> doses,
        List<Episode> episodes,
        List<Remark> remarks,
        List<Bound> bounds) {
    public Recording {
        traces = List.copyOf(traces);
        watched = List.copyOf(watched);
        doses = List.copyOf(doses);
        episodes = List.copyOf(episodes);
        remarks = List.copyOf(remarks);
        bounds = List.copyOf(bounds);
    }

    /** A recording of which nothing but the columns is known. */
    public static Recording of(String title, List<Trace> traces) {
        return new Recording(title, "", "", traces, "", List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * The doses of one agent.
     *
     * @param agent that was given, or the state that was raised
     * @param state that received it
     * @param amounts in the unit of the state
     * @param times in the unit of time, as many
     */
    public record Doses(String agent, String state, List<Double> amounts, List<Double> times) {
        public Doses {
            amounts = List.copyOf(amounts);
            times = List.copyOf(times);
            if (amounts.size() != times.size() || times.isEmpty()) {
                throw new IllegalArgumentException(amounts.size() + " amounts at " + times.size() + " times");
            }
        }
    }

    /** Something that happened at times. */
    public record Remark(String words, List<Double> times) {
        public Remark {
            Objects.requireNonNull(words, "words");
            times = List.copyOf(times);
        }
    }

    /** A level of the tumor that matters. */
    public record Bound(String label, double value) {}

    /** A column by its name. */
    public Optional<Trace> trace(String name) {
        return traces.stream().filter(trace -> trace.name().equals(name)).findFirst();
    }
}
