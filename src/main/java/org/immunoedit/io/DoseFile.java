package org.immunoedit.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.KeyParser;
import org.immunoedit.io.Scenario.Treatment;
import org.immunoedit.model.Literal;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.protocol.Therapy;

/**
 * Reads doses from a table with NONMEM columns: {@code time, amt, rate, ii, addl, cmt, evid, tinf}, in any order and
 * case; {@code time} and {@code amt} are needed. Times are in the model's time unit, amounts in the unit of the state
 * or agent.
 *
 * <ul>
 *   <li>{@code evid} 1 is a dose and 0 an observation, which is left out with a warning; absent, a line with an amount
 *       above 0 is a dose. Other kinds (resets, other events) are refused.
 *   <li>{@code cmt} is the name of a state or its position in the model, from 1. It is needed unless the scenario's
 *       entry names an agent or a state, and an error if it does.
 *   <li>{@code rate} 0 is a bolus; negative rates (modelled ones) are refused. {@code addl} counts the doses after the
 *       first.
 * </ul>
 */
public final class DoseFile {
    private static final List<String> COLUMNS = List.of("time", "amt", "rate", "ii", "addl", "cmt", "evid", "tinf");
    private static final String NUMBER = "[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?";

    private final Treatment.FromFile entry;
    private final List<String> states;
    private final Problems problems;

    private DoseFile(Treatment.FromFile entry, List<String> states, Problems problems) {
        this.entry = entry;
        this.states = states;
        this.problems = problems;
    }

    /**
     * Reads a table of doses.
     *
     * @param csv the table, UTF-8
     * @param file its name in messages
     * @param entry the scenario's reference to it
     * @param states scalar names of the model's states in model order
     * @return one therapy per dosing line, in file order; lines with errors are left out
     */
    public static List<Therapy> read(
            byte[] csv, String file, Treatment.FromFile entry, List<String> states, Problems problems) {
        return Utf8.decode(csv, file, problems)
                .flatMap(text -> Table.parse(text, file, COLUMNS, problems))
                .map(table -> new DoseFile(entry, states, problems).therapies(table, file))
                .orElse(List.of());
    }

    private List<Therapy> therapies(Table table, String file) {
        for (String needed : List.of("time", "amt")) {
            if (!table.columns().contains(needed)) {
                problems.error(
                        "missing-key",
                        Place.startOf(file),
                        "column \"" + needed + "\" is missing",
                        "a header such as time,amt,cmt");
                return List.of();
            }
        }
        List<Therapy> therapies = new ArrayList<>();
        int observations = 0;
        for (Table.Row row : table.rows()) {
            OptionalInt kind = kind(row);
            if (kind.isPresent() && kind.getAsInt() == 1) {
                dose(row).ifPresent(therapies::add);
            } else if (kind.isPresent()) {
                observations++;
            }
        }
        if (observations > 0) {
            String found = "lines that are observations are left out: " + observations;
            problems.warning("observations", Place.startOf(file), found, "");
        }
        return therapies;
    }

    /** 1 for a dose, 0 for an observation; empty after an error. */
    private OptionalInt kind(Table.Row row) {
        String evid = row.text("evid");
        if (evid.isEmpty()) {
            boolean dose = !row.text("amt").matches("|[-+]?0*\\.?0*([eE][-+]?[0-9]+)?");
            return OptionalInt.of(dose ? 1 : 0);
        }
        OptionalDouble value = number(row, "evid");
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        if (value.getAsDouble() != 0 && value.getAsDouble() != 1) {
            problems.error(
                    "unsupported",
                    row.at("evid"),
                    "evid " + evid + " is not supported",
                    "1 (a dose) or 0 (an observation)");
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) value.getAsDouble());
    }

    private Optional<Therapy> dose(Table.Row row) {
        int before = problems.sorted().size();
        Optional<Literal> start = needed(row, "time", "a time");
        Optional<Literal> amount = needed(row, "amt", "an amount");
        Optional<Literal> rate = positive(row, "rate");
        Optional<Literal> duration = positive(row, "tinf");
        if (rate.isPresent() && duration.isPresent()) {
            problems.error("conflict", row.at("tinf"), "tinf together with rate", "only one of them");
        }
        Optional<Literal> every = positive(row, "ii");
        OptionalInt doses = doses(row, every.isPresent());
        Optional<Reference> into = into(row);
        if (problems.sorted().size() > before) {
            return Optional.empty();
        }
        return Optional.of(new Therapy(
                entry.agent(),
                into,
                amount,
                duration,
                rate,
                start,
                doses.isPresent() ? every : Optional.empty(),
                doses,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                row.place()));
    }

    private Optional<Literal> needed(Table.Row row, String column, String noun) {
        if (row.text(column).isEmpty()) {
            problems.error("missing-key", row.at(column), column + " is missing", noun);
            return Optional.empty();
        }
        return notNegative(row, column);
    }

    /** A value above 0; empty when absent or 0. */
    private Optional<Literal> positive(Table.Row row, String column) {
        return row.text(column).isEmpty()
                ? Optional.empty()
                : notNegative(row, column).filter(literal -> literal.value() > 0);
    }

    private Optional<Literal> notNegative(Table.Row row, String column) {
        OptionalDouble value = number(row, column);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!(value.getAsDouble() >= 0)) {
            problems.error("range", row.at(column), column + " " + row.text(column) + " is negative", "0 or more");
            return Optional.empty();
        }
        return Optional.of(new Literal(value.getAsDouble(), Optional.empty(), row.at(column)));
    }

    private OptionalDouble number(Table.Row row, String column) {
        String text = row.text(column);
        double value = text.matches(NUMBER) ? Double.parseDouble(text) : Double.NaN;
        if (!Double.isFinite(value)) {
            problems.error(
                    "number", row.at(column), column + " \"" + text + "\" is not a number", "a number such as 12.5");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(value);
    }

    /** Total number of doses; empty for a single one. */
    private OptionalInt doses(Table.Row row, boolean interval) {
        Optional<Literal> addl = positive(row, "addl");
        if (addl.isEmpty()) {
            return OptionalInt.empty();
        }
        double more = addl.get().value();
        if (more != Math.rint(more) || more >= 1e9) {
            problems.error(
                    "range",
                    row.at("addl"),
                    "addl " + row.text("addl") + " is not a count",
                    "a whole number below 1e9");
        }
        if (!interval) {
            problems.error("missing-key", row.at("addl"), "addl without ii", "the time from dose to dose");
        }
        return OptionalInt.of((int) more + 1);
    }

    private Optional<Reference> into(Table.Row row) {
        String cmt = row.text("cmt");
        boolean named = entry.agent().isPresent() || entry.into().isPresent();
        if (named && !cmt.isEmpty()) {
            String key = entry.agent().isPresent() ? "agent" : "into";
            problems.error(
                    "conflict", row.at("cmt"), "cmt together with \"" + key + "\" in the scenario", "only one of them");
        }
        if (named) {
            return entry.into();
        }
        if (cmt.isEmpty()) {
            problems.add(Problem.error("missing-key", row.at("cmt"), "cmt is missing", "the state that is dosed")
                    .withHint("or name an \"agent\" or \"into\" beside \"doses_file\""));
            return Optional.empty();
        }
        return cmt.matches("[0-9]+") ? position(row, cmt) : state(row, cmt);
    }

    private Optional<Reference> position(Table.Row row, String cmt) {
        int position = cmt.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(cmt);
        if (position < 1 || position > states.size()) {
            problems.error("name", row.at("cmt"), "there is no state number " + cmt, "1 to " + states.size());
            return Optional.empty();
        }
        return KeyParser.parseTarget(states.get(position - 1), row.at("cmt"), problems);
    }

    private Optional<Reference> state(Table.Row row, String cmt) {
        if (!states.contains(cmt)) {
            problems.add(Problem.error(
                            "name",
                            row.at("cmt"),
                            "\"" + cmt + "\" is not a state",
                            "one of " + String.join(", ", states))
                    .withHint(Nearest.hint(cmt, states)));
            return Optional.empty();
        }
        return KeyParser.parseTarget(cmt, row.at("cmt"), problems);
    }
}
