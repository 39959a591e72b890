package org.immunoedit.expr;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immunoedit.expr.Expr.Apply;
import org.immunoedit.expr.Expr.Binary;
import org.immunoedit.expr.Expr.Call;
import org.immunoedit.expr.Expr.Cases;
import org.immunoedit.expr.Expr.Comparison;
import org.immunoedit.expr.Expr.Fold;
import org.immunoedit.expr.Expr.Function;
import org.immunoedit.expr.Expr.If;
import org.immunoedit.expr.Expr.Logic;
import org.immunoedit.expr.Expr.Many;
import org.immunoedit.expr.Expr.Negation;
import org.immunoedit.expr.Expr.Not;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Operator;
import org.immunoedit.expr.Expr.Over;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Expr.Time;
import org.immunoedit.expr.Measure.Bare;
import org.immunoedit.expr.Measure.Known;
import org.immunoedit.expr.Measure.Unknown;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.unit.Unit;

/**
 * Checks the units of a formula and finds the unit of its value.
 *
 * <ul>
 *   <li>What is added, compared or chosen between has one unit: the same dimension and the same scale. A factor written
 *       as a literal may convert: {@code 1000*x + y} with x in mg and y in ug.
 *   <li>A literal number takes the unit of what it is added to or compared with ({@code max(T, 0)}); as a factor it is
 *       pure.
 *   <li>Functions such as {@code exp} take pure numbers, and so does an exponent. A unit may be raised to a literal
 *       exponent, or to the same unresolved exponent in all places where it must agree: {@code x^n/(k^n + x^n)} is a
 *       pure number.
 *   <li>A name without a unit leaves what it is in unchecked; so does an error, which is reported once.
 * </ul>
 */
public final class Dimensions implements Cases<Measure> {
    private static final Measure UNKNOWN = new Unknown();
    private static final Known PURE = Known.of(Unit.ONE);

    private final Scope scope;
    private final DimensionReport report;

    private Dimensions(Scope scope, DimensionReport report) {
        this.scope = scope;
        this.report = report;
    }

    /**
     * Units of what a formula may contain.
     *
     * @param units unit of a name, without its indices; empty if it has none
     * @param time unit of {@code time}
     */
    public record Scope(java.util.function.Function<String, Optional<Unit>> units, Unit time) {
        public Scope {
            Objects.requireNonNull(units, "units");
            Objects.requireNonNull(time, "time");
        }
    }

    /**
     * Checks a formula.
     *
     * @param expected unit that the value must have, if any
     * @param place of the first character of the formula's text
     * @param problems receives errors with code {@code unit}
     * @return {@code expected}, if given and nothing speaks against it; otherwise the unit of the value; empty for a
     *     condition, for literals alone, where a literal factor may or may not convert the unit, with names without
     *     units, and after errors
     */
    public static Optional<Unit> check(
            Expr expr, Optional<Unit> expected, Scope scope, Place place, Problems problems) {
        DimensionReport report = new DimensionReport(place, problems);
        Measure measure = expr.match(new Dimensions(scope, report));
        if (!report.isClean() || !(measure instanceof Known known)) {
            return report.isClean() ? expected : Optional.empty();
        }
        if (expected.filter(Unit::isDeclared).isEmpty()) {
            return known.isSettled() ? Optional.of(known.unit()) : Optional.empty();
        }
        Known wanted = Known.of(expected.get());
        if (new Agreement(known, wanted).common().isEmpty()) {
            report.unexpected(expr, known, wanted);
            return Optional.empty();
        }
        return expected;
    }

    @Override
    public Measure number(Num node) {
        return new Bare(node.value());
    }

    @Override
    public Measure time(Time node) {
        return Known.of(scope.time());
    }

    @Override
    public Measure reference(Reference node) {
        node.indices().forEach(index -> index.match(this));
        return scope.units()
                .apply(node.name())
                .filter(Unit::isDeclared)
                .<Measure>map(Known::of)
                .orElse(UNKNOWN);
    }

    @Override
    public Measure negation(Negation node) {
        Measure operand = node.operand().match(this);
        return operand instanceof Bare bare ? new Bare(-bare.value()) : operand;
    }

    @Override
    public Measure binary(Binary node) {
        Measure left = node.left().match(this);
        Measure right = node.right().match(this);
        if (node.operator() == Operator.POWER) {
            return new DimensionPower(report, node).of(left, node.left(), right, node.right());
        }
        return switch (node.operator()) {
            case ADD, SUBTRACT ->
                left instanceof Bare a && right instanceof Bare b
                        ? new Bare(Arithmetic.apply(node.operator(), a.value(), b.value()))
                        : common(node, besideNumber(node.left(), left, right), besideNumber(node.right(), right, left));
            case MULTIPLY -> product(left, right);
            default -> product(left, inverse(right));
        };
    }

    @Override
    public Measure comparison(Comparison node) {
        common(node, node.left().match(this), node.right().match(this));
        return UNKNOWN;
    }

    @Override
    public Measure logic(Logic node) {
        node.left().match(this);
        node.right().match(this);
        return UNKNOWN;
    }

    @Override
    public Measure not(Not node) {
        return node.operand().match(this);
    }

    @Override
    public Measure choice(If node) {
        node.condition().match(this);
        return common(node, node.then().match(this), node.otherwise().match(this));
    }

    @Override
    public Measure call(Call node) {
        Expr first = node.arguments().get(0);
        Measure argument = first.match(this);
        return switch (node.function()) {
            case MIN, MAX -> common(node, argument, node.arguments().get(1).match(this));
            case POW -> {
                Expr exponent = node.arguments().get(1);
                yield new DimensionPower(report, node).of(argument, first, exponent.match(this), exponent);
            }
            case SQRT -> new DimensionPower(report, node).of(argument, first, new Bare(0.5), new Num(0.5));
            case ABS, FLOOR, CEIL -> argument instanceof Bare bare ? literal(node.function(), bare) : argument;
            default -> {
                report.requirePure(first, argument);
                yield argument instanceof Bare bare ? literal(node.function(), bare) : PURE;
            }
        };
    }

    @Override
    public Measure apply(Apply node) {
        node.arguments().forEach(argument -> argument.match(this));
        return node.function().equals("size") ? PURE : UNKNOWN;
    }

    @Override
    public Measure over(Over node) {
        Measure body = node.body().match(this);
        boolean same = node.fold() == Fold.SUM || body instanceof Known known && known.isNumber();
        return same && body instanceof Known ? body : UNKNOWN;
    }

    @Override
    public Measure many(Many node) {
        List<Measure> terms =
                node.terms().stream().map(term -> term.match(this)).toList();
        boolean sum = node.fold() == Fold.SUM;
        Measure result = terms.isEmpty() ? new Bare(sum ? 0 : 1) : terms.get(0);
        for (Measure term : terms.subList(Math.min(1, terms.size()), terms.size())) {
            result = sum ? common(node, result, term) : product(result, term);
        }
        return result;
    }

    private static Measure literal(Function function, Bare argument) {
        return new Bare(Arithmetic.apply(function, argument.value()));
    }

    /** The one unit of both; an error if they have none in common. */
    private Measure common(Expr node, Measure left, Measure right) {
        if (left instanceof Bare) {
            return right;
        }
        if (right instanceof Bare) {
            return left;
        }
        if (!(left instanceof Known a && right instanceof Known b)) {
            return UNKNOWN;
        }
        Optional<Known> common = new Agreement(a, b).common();
        if (common.isEmpty()) {
            report.mismatch(node, a, b);
            return UNKNOWN;
        }
        return common.get();
    }

    /** In {@code 1 - T/K} the quotient must not hide a factor, as it would with T in cell and K in 1e9 cell. */
    private Measure besideNumber(Expr operand, Measure measure, Measure other) {
        boolean number = other instanceof Bare && measure instanceof Known known && known.isNumber();
        if (!number) {
            return measure;
        }
        return report.requirePure(operand, measure) ? PURE : UNKNOWN;
    }

    private static Measure product(Measure left, Measure right) {
        if (left instanceof Bare a) {
            return right instanceof Bare b ? a.times(b) : product(right, left);
        }
        if (!(left instanceof Known known)) {
            return UNKNOWN;
        }
        if (right instanceof Bare b) {
            return known.scaled(b);
        }
        return right instanceof Known other ? known.times(other) : UNKNOWN;
    }

    private static Measure inverse(Measure measure) {
        if (measure instanceof Bare bare) {
            return new Bare(1).per(bare);
        }
        return measure instanceof Known known ? PURE.per(known) : UNKNOWN;
    }
}
