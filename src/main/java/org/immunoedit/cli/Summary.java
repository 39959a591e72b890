package org.immunoedit.cli;

import java.util.List;
import java.util.Objects;

/**
 * What a person wants to know of a run that went well.
 *
 * @param scenario name of its file without directories and ending, for lists of several
 * @param phase at the end, as a word
 * @param since when it began, with its unit; empty if unknown
 * @param why the evidence
 * @param course of the tumor
 * @param facts further lines
 */
record Summary(String scenario, String phase, String since, String why, Course course, List<Fact> facts) {
    Summary {
        Objects.requireNonNull(phase, "phase");
        facts = List.copyOf(facts);
    }

    /** A line with a label. */
    record Fact(String label, String text) {}

    /**
     * The tumor over time.
     *
     * @param values equally spaced over the horizon; empty when nothing is known
     * @param floor below it there is no tumor (its unit)
     * @param start with unit
     * @param end with unit
     */
    record Course(List<Double> values, double floor, String start, String end) {
        /** Nothing says what the tumor is. */
        static final Course UNKNOWN = new Course(List.of(), 0, "", "");

        Course {
            values = List.copyOf(values);
        }
    }
}
