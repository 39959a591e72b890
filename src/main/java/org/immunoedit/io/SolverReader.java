package org.immunoedit.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunoedit.io.Scenario.Column;
import org.immunoedit.io.Scenario.Output;
import org.immunoedit.io.Scenario.Solver;
import org.immunoedit.io.Scenario.StateTolerance;
import org.immunoedit.problem.Problems;

/** Reads how a scenario is integrated and what it writes. */
final class SolverReader {
    private final Problems problems;

    SolverReader(Problems problems) {
        this.problems = problems;
    }

    /** The {@code solver} of a scenario. */
    Solver solver(Fields document) {
        Optional<Fields> fields =
                document.get("solver").flatMap(json -> Fields.of(json, "an object such as {\"rtol\": 1e-8}", problems));
        if (fields.isEmpty()) {
            return new Solver(
                    "auto",
                    document.place(),
                    Solver.RTOL,
                    OptionalDouble.empty(),
                    List.of(),
                    Solver.MAX_STEPS,
                    OptionalDouble.empty());
        }
        Fields f = fields.get();
        Optional<Json.Text> method =
                f.get("method").flatMap(json -> Shape.name(json, "\"auto\" or the name of a method", problems));
        OptionalDouble rtol = f.get("rtol").map(this::relative).orElse(OptionalDouble.empty());
        List<StateTolerance> perState = new ArrayList<>();
        OptionalDouble atol =
                f.get("atol").map(json -> absolute(json, perState)).orElse(OptionalDouble.empty());
        int steps = f.whole("max_steps", 1).orElse(Solver.MAX_STEPS);
        OptionalDouble seconds = f.get("max_seconds")
                .map(json -> positive(json, "a number of seconds such as 60"))
                .orElse(OptionalDouble.empty());
        f.finish();
        return new Solver(
                method.map(Json.Text::value).orElse("auto"),
                method.map(Json.Text::place).orElse(f.place()),
                rtol.orElse(Solver.RTOL),
                atol,
                perState,
                steps,
                seconds);
    }

    private OptionalDouble relative(Json json) {
        OptionalDouble rtol = positive(json, "a relative tolerance such as 1e-8");
        if (rtol.isPresent() && !(rtol.getAsDouble() < 1)) {
            problems.error("range", json.place(), json.shown() + " is too large", "a relative tolerance below 1");
        }
        return rtol;
    }

    private OptionalDouble absolute(Json json, List<StateTolerance> perState) {
        if (!(json instanceof Json.Object object)) {
            return positive(json, "an absolute tolerance such as 1e-6, or an object of states");
        }
        OptionalDouble common = OptionalDouble.empty();
        for (Json.Member member : object.members().values()) {
            OptionalDouble atol = positive(member.value(), "an absolute tolerance such as 1e-6");
            if (member.key().equals("default")) {
                common = atol;
            } else {
                Terms.target(member, problems)
                        .filter(state -> atol.isPresent())
                        .ifPresent(state ->
                                perState.add(new StateTolerance(state, atol.getAsDouble(), Declarations.name(member))));
            }
        }
        return common;
    }

    private OptionalDouble positive(Json json, String expected) {
        Optional<Json.Number> number = Shape.number(json, expected, problems);
        if (number.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (!(number.get().value() > 0)) {
            problems.error("range", json.place(), json.shown() + " is not above 0", expected);
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(number.get().value());
    }

    /** The {@code output} of a scenario. */
    Output output(Fields document) {
        Optional<Fields> fields = document.get("output")
                .flatMap(json -> Fields.of(json, "an object such as {\"columns\": [\"T\"]}", problems));
        if (fields.isEmpty()) {
            return new Output(Optional.empty(), false);
        }
        Fields f = fields.get();
        Optional<List<Column>> columns = f.get("columns")
                .flatMap(json -> Shape.list(json, "a list of names such as [\"T\", \"E\"]", problems))
                .map(this::columns);
        Optional<Json> sides = f.get("sides");
        String side = sides.flatMap(json -> Shape.text(json, "\"after\" or \"both\"", problems))
                .map(Json.Text::value)
                .orElse("after");
        if (!side.equals("after") && !side.equals("both")) {
            problems.error(
                    "value", sides.get().place(), sides.get().shown() + " is not known here", "\"after\" or \"both\"");
        }
        f.finish();
        return new Output(columns, side.equals("both"));
    }

    private List<Column> columns(Json.Array list) {
        List<Column> columns = new ArrayList<>();
        for (Json item : list.items()) {
            Shape.name(item, "the name of a state, observable or definition", problems)
                    .ifPresent(text -> {
                        if (columns.stream().anyMatch(c -> c.name().equals(text.value()))) {
                            problems.error(
                                    "conflict", text.place(), text.shown() + " is named twice", "each column once");
                        }
                        columns.add(new Column(text.value(), text.place()));
                    });
        }
        return columns;
    }
}
