package org.immunoedit.io;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immunoedit.model.Literal;

/**
 * How a run is to be judged, as written in a model and a scenario; what is absent has a default. Bare amounts are in
 * the unit of the tumor, bare times in the model's time unit.
 *
 * @param tumor name of the state, observable or definition that is judged
 * @param antigenicity name of the mean antigenicity of the tumor, for the editing index
 * @param watch other columns whose peaks are reported
 */
public record OutcomeRequest(
        Optional<Scenario.Column> tumor,
        Optional<Scenario.Column> antigenicity,
        Optional<Literal> eliminatedBelow,
        Optional<Literal> escapedAbove,
        Steadiness steadiness,
        Relapse relapse,
        Assessments assessments,
        List<Watch> watch) {
    /**
     * When a tumor is steady.
     *
     * @param window over which change is looked at
     * @param drift largest change of ln tumor over a window
     * @param growth of ln tumor per time above which a tumor grows
     * @param regression of ln tumor per time above which a tumor shrinks
     */
    public record Steadiness(
            Optional<Literal> window, OptionalDouble drift, Optional<Literal> growth, Optional<Literal> regression) {}

    /**
     * When a tumor has come back.
     *
     * @param remission share of the start that the nadir must fall below
     * @param regrowth multiple of the nadir
     * @param above smallest tumor that is noticed
     */
    public record Relapse(OptionalDouble remission, OptionalDouble regrowth, Optional<Literal> above) {}

    /**
     * When and how the tumor is measured.
     *
     * @param first baseline
     * @param every time between assessments
     * @param confirm assessments in a row that a response or progression needs
     * @param volume of one unit of tumor
     */
    public record Assessments(
            Optional<Literal> first, Optional<Literal> every, OptionalInt confirm, Optional<Literal> volume) {}

    /**
     * A column whose peak is reported.
     *
     * @param bands levels that are counted when the peak reaches them; bare numbers are in the unit of the column
     */
    public record Watch(Scenario.Column column, List<Literal> bands) {}
}
