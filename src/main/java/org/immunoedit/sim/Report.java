package org.immunoedit.sim;

import java.util.List;
import java.util.Locale;
import org.immunoedit.ode.Statistics;
import org.immunoedit.protocol.Timeline.Dose;

/**
 * How a run went.
 *
 * @param status how it ended
 * @param time where it ended (model time)
 * @param reason for a stop the label of the event, for a failure a short word, else empty
 * @param message for a failure what happened and what to do, else empty
 * @param happenings events and extinctions in order of time
 * @param statistics what it cost
 * @param warnings what the user should know
 * @param doses that were given, in order of time; those that rules gave are numbered after the therapies
 * @param decisions of rules in order of time
 */
public record Report(
        Status status,
        double time,
        String reason,
        String message,
        List<Happened> happenings,
        Statistics statistics,
        List<String> warnings,
        List<Dose> doses,
        List<Decision> decisions) {
    public Report {
        happenings = List.copyOf(happenings);
        warnings = List.copyOf(warnings);
        doses = List.copyOf(doses);
        decisions = List.copyOf(decisions);
    }

    /** A run without treatment. */
    public Report(
            Status status,
            double time,
            String reason,
            String message,
            List<Happened> happenings,
            Statistics statistics,
            List<String> warnings) {
        this(status, time, reason, message, happenings, statistics, warnings, List.of(), List.of());
    }

    /** How a run ended. */
    public enum Status {
        /** At the end of its horizon. */
        COMPLETE,
        /** At an event that ends the run; not a failure. */
        STOPPED,
        /** Before its end. */
        FAILED;

        /** As in output. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An event that fired.
     *
     * @param time model time
     * @param label of the event; for an extinction the state
     * @param extinction whether a population fell below its threshold
     */
    public record Happened(double time, String label, boolean extinction) {}

    /** Whether the run reached its end or an event that ends it. */
    public boolean succeeded() {
        return status != Status.FAILED;
    }
}
