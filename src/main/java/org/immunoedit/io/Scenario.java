package org.immunoedit.io;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Formula;
import org.immunoedit.model.Effect;
import org.immunoedit.model.Event;
import org.immunoedit.model.Literal;
import org.immunoedit.model.Setting;
import org.immunoedit.problem.Place;
import org.immunoedit.protocol.Patient;
import org.immunoedit.protocol.Rule;
import org.immunoedit.protocol.Therapy;

/**
 * A scenario as written, with defaults filled in: what to run, not yet bound to its model. A bare number is in the unit
 * that the model declares for its place, times in the model's time unit.
 *
 * @param name empty when absent
 * @param indices sizes of families that differ from the model's
 * @param parameters values that differ from the model's, in file order; names of agents' parameters carry the agent's
 *     name
 * @param initial starts of states that differ from the model's, in file order
 * @param therapies in file order, which is the order of coincident doses
 * @param rules treatment decisions in file order, which is their precedence
 * @param outcome how the run is judged, as written
 * @param sweep a design of many runs, as written; {@code run} ignores it
 * @param expect results the run must show, as written
 */
public record Scenario(
        String name,
        String description,
        ModelName model,
        Map<String, Integer> indices,
        Patient patient,
        List<Setting> parameters,
        List<Setting> initial,
        List<Treatment> therapies,
        List<Effect> effects,
        List<Event> events,
        List<Rule> rules,
        Optional<RunIn> runIn,
        TimeGrid time,
        Solver solver,
        Output output,
        Optional<Json.Object> outcome,
        Optional<Json.Object> sweep,
        Optional<Json> expect,
        Place place) {
    public Scenario {
        indices = Collections.unmodifiableMap(new LinkedHashMap<>(indices));
        parameters = List.copyOf(parameters);
        initial = List.copyOf(initial);
        therapies = List.copyOf(therapies);
        effects = List.copyOf(effects);
        events = List.copyOf(events);
        rules = List.copyOf(rules);
    }

    /** A catalogue name, or a path to a model document relative to the scenario. */
    public record ModelName(String text, Place place) {
        /** Whether the text is the path of a file rather than a name of the catalogue. */
        public boolean isPath() {
            return text.endsWith(".json") || text.endsWith(".xml") || text.contains("/") || text.contains("\\");
        }
    }

    /** An entry of {@code therapies}. */
    public sealed interface Treatment {
        Place place();

        /** Name of the agent; absent when a state is dosed. */
        Optional<String> agent();

        /** Doses written in the scenario. */
        record Prescribed(Therapy therapy) implements Treatment {
            @Override
            public Optional<String> agent() {
                return therapy.agent();
            }

            @Override
            public Place place() {
                return therapy.place();
            }
        }

        /**
         * Doses from a NONMEM table, to be read with {@link DoseFile}.
         *
         * @param path relative to the scenario
         * @param agent that every dose is of, instead of a compartment column
         * @param into state that every dose goes into, instead of a compartment column
         */
        record FromFile(String path, Optional<String> agent, Optional<Reference> into, Place place)
                implements Treatment {}
    }

    /**
     * Integration without therapy before time 0.
     *
     * @param until the condition that ends it
     * @param limit the longest it may take (default {@code "100 y"})
     * @param keep whether its rows are kept, with negative times (default false)
     */
    public record RunIn(Formula until, Literal limit, boolean keep, Place place) {}

    /** When rows are written. */
    public record TimeGrid(Literal start, Literal end, Rows rows, Place place) {}

    /** Where the rows of a time grid lie. */
    public sealed interface Rows {
        /** At start + i·interval, and at the end. */
        record Every(Literal interval) implements Rows {}

        /** At the given times, and at the end. */
        record At(List<Literal> times) implements Rows {
            public At {
                times = List.copyOf(times);
            }
        }

        /** A number of rows, evenly spaced, both ends included. */
        record Points(int count) implements Rows {}
    }

    /**
     * How to integrate.
     *
     * @param method {@code auto} or a name (default {@code auto})
     * @param methodPlace where the name stands
     * @param rtol relative tolerance (default 1e-8)
     * @param atol absolute tolerance of all states not named; absent means chosen per state
     * @param perState absolute tolerances of single states, in the state's unit
     * @param maxSteps most steps of a run (default 1,000,000)
     * @param maxSeconds most real time of an integration (s), absent for no limit
     */
    public record Solver(
            String method,
            Place methodPlace,
            double rtol,
            OptionalDouble atol,
            List<StateTolerance> perState,
            int maxSteps,
            OptionalDouble maxSeconds) {
        /** Relative tolerance when none is given. */
        public static final double RTOL = 1e-8;
        /** Most steps when none are given. */
        public static final int MAX_STEPS = 1_000_000;

        public Solver {
            perState = List.copyOf(perState);
        }
    }

    /** Absolute tolerance of one state or family, in its unit. */
    public record StateTolerance(Reference state, double atol, Place place) {}

    /**
     * What to write.
     *
     * @param columns names after {@code time}; absent means all states and observables
     * @param bothSides whether a row at an instant of doses or events is written before and after them, with a column
     *     {@code side} (default false: only after)
     */
    public record Output(Optional<List<Column>> columns, boolean bothSides) {
        public Output {
            columns = columns.map(List::copyOf);
        }
    }

    /** The name of a column and where it stands. */
    public record Column(String name, Place place) {}
}
