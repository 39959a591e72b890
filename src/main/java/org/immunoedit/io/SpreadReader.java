package org.immunoedit.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.sweep.Range;
import org.immunoedit.sweep.Spread;
import org.immunoedit.sweep.Spread.Continuous;
import org.immunoedit.sweep.Spread.Levels;
import org.immunoedit.sweep.Variation;

/** Reads how one name varies: a range, a list of values or a distribution. One name, one reader. */
final class SpreadReader {
    private static final List<String> DISTRIBUTIONS =
            List.of("uniform", "loguniform", "normal", "lognormal", "beta", "discrete");
    private static final String EXAMPLE = "an object such as {\"from\": 0.1, \"to\": 0.3, \"count\": 41}";
    private static final int MOST_LEVELS = 10_000_000;

    private final boolean grid;
    private final Problems problems;
    private final SweptUnit unit;

    /**
     * A reader.
     *
     * @param grid whether a number of values ({@code count}) is wanted
     */
    SpreadReader(boolean grid, Problems problems) {
        this.grid = grid;
        this.problems = problems;
        unit = new SweptUnit(problems);
    }

    /** Reads the member of {@code vary} that a name is the key of; empty after an error. */
    Optional<Variation> read(Json.Member member) {
        Optional<Spread> spread = member.value() instanceof Json.Array list
                ? unit.finite(list.items(), List.of(), list.place())
                : Fields.of(member.value(), EXAMPLE, problems).flatMap(this::spread);
        return spread.map(s -> new Variation(member.key().strip(), unit.text(), s));
    }

    private Optional<Spread> spread(Fields f) {
        Optional<Spread> spread = f.has("distribution") ? distribution(f) : f.has("values") ? values(f) : range(f);
        f.finish();
        return spread;
    }

    private Optional<Spread> values(Fields f) {
        List<Json> values = f.list("values", "a list of values");
        return unit.finite(values, List.of(), f.place());
    }

    private Optional<Spread> range(Fields f) {
        OptionalDouble from = needed(f, "from");
        OptionalDouble to = needed(f, "to");
        boolean log = isLog(f);
        OptionalInt count = f.whole("count", 1);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        double a = from.getAsDouble();
        double b = to.getAsDouble();
        if (log && !(a > 0 && b > 0)) {
            problems.error("range", f.place(), "a logarithmic scale from " + a + " to " + b, "numbers above 0");
            return Optional.empty();
        }
        if (!grid) {
            return made(
                    f,
                    () -> log
                            ? new Spread.LogUniform(Math.min(a, b), Math.max(a, b))
                            : new Spread.Uniform(Math.min(a, b), Math.max(a, b)));
        }
        if (count.isEmpty()) {
            f.need("count", "how many values, or another \"design\" such as \"lhs\"");
            return Optional.empty();
        }
        return levels(a, b, count.getAsInt(), log, f);
    }

    private boolean isLog(Fields f) {
        String scale = f.text("scale", "\"linear\" or \"log\"");
        if (!List.of("", "linear", "log").contains(scale)) {
            problems.error("value", f.place(), "\"" + scale + "\" is not a scale", "\"linear\" or \"log\"");
        }
        return scale.equals("log");
    }

    private Optional<Spread> levels(double a, double b, int count, boolean log, Fields f) {
        if (count > MOST_LEVELS) {
            problems.error("range", f.place(), count + " values of one name", "at most " + MOST_LEVELS);
            return Optional.empty();
        }
        return made(f, () -> new Spread.Steps(new Range(a, b, log), count));
    }

    private Optional<Spread> distribution(Fields f) {
        String name = f.text("distribution", "a name such as \"lognormal\"");
        OptionalInt count = f.whole("count", 1);
        if (name.equals("discrete")) {
            List<Json> values = f.list("values", "a list of values");
            List<Double> weights = new ArrayList<>();
            f.list("weights", "a list of numbers")
                    .forEach(json -> Shape.number(json, "a weight of 0 or more", problems)
                            .ifPresent(number -> weights.add(number.value())));
            return unit.finite(values, weights, f.place());
        }
        Optional<Continuous> whole = continuous(name, f);
        OptionalDouble min = optional(f, "min");
        OptionalDouble max = optional(f, "max");
        if (min.isEmpty() && max.isEmpty() || whole.isEmpty()) {
            return whole.map(spread -> inGrid(spread, count));
        }
        Optional<Spread> truncated = made(
                f,
                () -> new Spread.Truncated(
                        whole.get(), min.orElse(Double.NEGATIVE_INFINITY), max.orElse(Double.POSITIVE_INFINITY)));
        return truncated.map(spread -> inGrid(spread, count));
    }

    /** In a grid, a number of values of a distribution stand in the middles of equal shares of it. */
    private Spread inGrid(Spread spread, OptionalInt count) {
        if (!grid || count.isEmpty()) {
            return spread;
        }
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < count.getAsInt(); i++) {
            values.add(spread.quantile((i + 0.5) / count.getAsInt()));
        }
        return new Levels(values, List.of());
    }

    private Optional<Continuous> continuous(String name, Fields f) {
        return switch (name) {
            case "uniform" -> two(f, "from", "to", Spread.Uniform::new);
            case "loguniform" -> two(f, "from", "to", Spread.LogUniform::new);
            case "normal" -> normal(f);
            case "lognormal" -> lognormal(f);
            case "beta" -> beta(f);
            default -> {
                problems.add(Problem.error(
                                "value",
                                f.place(),
                                "\"" + name + "\" is not a distribution",
                                "one of " + String.join(", ", DISTRIBUTIONS))
                        .withHint(Nearest.hint(name, DISTRIBUTIONS)));
                yield Optional.empty();
            }
        };
    }

    private Optional<Continuous> normal(Fields f) {
        OptionalDouble mean = needed(f, "mean");
        OptionalDouble sd = optional(f, "sd");
        OptionalDouble cv = f.number("cv", "a number such as 0.3");
        if (mean.isEmpty() || !one(f, "sd", "cv")) {
            return Optional.empty();
        }
        double width = sd.orElse(Math.abs(mean.getAsDouble()) * cv.orElse(Double.NaN));
        return made(f, () -> new Spread.Normal(mean.getAsDouble(), width));
    }

    private Optional<Continuous> lognormal(Fields f) {
        OptionalDouble median = optional(f, "median");
        OptionalDouble mean = optional(f, "mean");
        OptionalDouble sd = optional(f, "sd");
        OptionalDouble cv = f.number("cv", "a number such as 0.3");
        if (!one(f, "median", "mean") || !one(f, "sd", "cv")) {
            return Optional.empty();
        }
        double center = median.orElse(mean.orElse(Double.NaN));
        if (mean.isPresent()) {
            return made(f, () -> Spread.LogNormal.ofMean(center, cv.orElse(sd.orElse(Double.NaN) / center)));
        }
        return made(
                f,
                () -> cv.isPresent()
                        ? Spread.LogNormal.ofMedian(center, cv.getAsDouble())
                        : Spread.LogNormal.ofMedianAndSd(center, sd.orElse(Double.NaN)));
    }

    private Optional<Continuous> beta(Fields f) {
        OptionalDouble alpha = f.number("alpha", "a number above 0");
        OptionalDouble beta = f.number("beta", "a number above 0");
        OptionalDouble from = optional(f, "from");
        OptionalDouble to = optional(f, "to");
        return made(
                f,
                () -> new Spread.Beta(alpha.orElse(Double.NaN), beta.orElse(Double.NaN), from.orElse(0), to.orElse(1)));
    }

    private Optional<Continuous> two(Fields f, String first, String second, Two maker) {
        OptionalDouble a = needed(f, first);
        OptionalDouble b = needed(f, second);
        return a.isEmpty() || b.isEmpty()
                ? Optional.empty()
                : made(f, () -> maker.of(a.getAsDouble(), b.getAsDouble()));
    }

    private interface Two {
        Continuous of(double a, double b);
    }

    /** Exactly one of two keys. */
    private boolean one(Fields f, String first, String second) {
        if (f.has(first) == f.has(second)) {
            String found = (f.has(first) ? "both" : "neither") + " of \"" + first + "\" and \"" + second + "\"";
            problems.error("conflict", f.place(), found, "one of them");
            return false;
        }
        return true;
    }

    private <S extends Spread> Optional<S> made(Fields f, Supplier<? extends S> maker) {
        try {
            return Optional.of(maker.get());
        } catch (IllegalArgumentException e) {
            problems.error(
                    "range", f.place(), e.getMessage(), "numbers of moderate size that make a range or a distribution");
            return Optional.empty();
        }
    }

    private OptionalDouble needed(Fields f, String key) {
        return f.need(key, "a number or a quantity").map(unit::number).orElse(OptionalDouble.empty());
    }

    private OptionalDouble optional(Fields f, String key) {
        return f.get(key).map(unit::number).orElse(OptionalDouble.empty());
    }
}
