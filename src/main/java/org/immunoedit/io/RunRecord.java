package org.immunoedit.io;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunoedit.ode.Statistics;
import org.immunoedit.problem.Problem;
import org.immunoedit.protocol.Timeline.Dose;
import org.immunoedit.sim.Decision;

/**
 * What the sidecar {@code NAME.meta.json} of a run says; its keys are the names of these components in snake case.
 *
 * @param version of immunoedit
 * @param command words of the command line
 * @param scenario with overrides and defaults filled in, see {@link Defaults}
 * @param sources documents the run was made from
 * @param citations where its model and its agents have been published
 * @param timeUnit unit of all times below
 * @param columns of the CSV, in their order
 * @param doses realised doses in order of time
 * @param solver how it was integrated
 * @param statistics what it cost
 * @param wallSeconds real time of the integration (s)
 * @param ending how and where it ended
 * @param runIn length of the run-in, if there was one
 * @param events that fired, extinctions among them, in order of time
 * @param decisions of rules, in order of time
 * @param verdict any record, written with all its components; absent when the run was not judged
 * @param numerics any record, likewise: what a second solution has shown, if one was asked for
 * @param warnings of the checks and of the run
 */
public record RunRecord(
        String version,
        List<String> command,
        Json scenario,
        List<Source> sources,
        List<Citation> citations,
        String timeUnit,
        List<Column> columns,
        List<Dose> doses,
        SolverUse solver,
        Statistics statistics,
        double wallSeconds,
        Ending ending,
        OptionalDouble runIn,
        List<Fired> events,
        List<Decision> decisions,
        Optional<Record> verdict,
        Optional<Record> numerics,
        List<Problem> warnings) {
    public RunRecord {
        command = List.copyOf(command);
        sources = List.copyOf(sources);
        citations = List.copyOf(citations);
        columns = List.copyOf(columns);
        doses = List.copyOf(doses);
        events = List.copyOf(events);
        decisions = List.copyOf(decisions);
        warnings = List.copyOf(warnings);
    }

    /**
     * A document the run was made from.
     *
     * @param kind {@code scenario}, {@code model}, {@code agent} or {@code doses}
     * @param name of the file, or in the catalogue
     * @param sha256 of its bytes, in hexadecimal
     */
    public record Source(String kind, String name, String sha256) {
        /** A document with these bytes. */
        public static Source of(String kind, String name, byte[] bytes) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
                return new Source(kind, name, HexFormat.of().formatHex(hash));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java platform has SHA-256", impossible);
            }
        }
    }

    /**
     * A publication to be cited.
     *
     * @param kind {@code model} or {@code agent}
     * @param name in the document
     * @param citation authors, year, title, journal and identifiers, as far as they are known
     */
    public record Citation(String kind, String name, String citation) {}

    /** A column of the CSV; unit and meaning are empty when not declared. */
    public record Column(String name, String unit, String about) {}

    /**
     * How it was integrated.
     *
     * @param method that was asked for, e.g. {@code auto}; which methods took the steps is in the statistics
     * @param rtol relative tolerance
     * @param atol absolute tolerance of each state, in its unit
     * @param zero states that stay 0 and were not integrated
     */
    public record SolverUse(String method, double rtol, Map<String, Double> atol, List<String> zero) {
        public SolverUse {
            atol = Collections.unmodifiableMap(new LinkedHashMap<>(atol));
            zero = List.copyOf(zero);
        }
    }

    /**
     * How it ended.
     *
     * @param status {@code complete}, {@code stopped} or {@code failed}
     * @param reason label of the event that stopped it, or what failed; may be empty
     */
    public record Ending(String status, double time, String reason) {}

    /** An event that fired. */
    public record Fired(double time, String label, boolean extinction) {}

    /**
     * Writes the sidecar; does not close the stream.
     *
     * @throws IOException if the stream cannot be written to
     */
    public void writeTo(OutputStream out) throws IOException {
        JsonWriter.write(Tree.of(this), out);
    }
}
