package org.immunoedit.compile;

import java.util.List;
import java.util.Locale;
import org.immunoedit.expr.Arithmetic;
import org.immunoedit.expr.Expr;

/** What a node of a {@link Graph} does. Truth values are 1 and 0. */
enum Operation {
    CONSTANT(0),
    PARAMETER(0),
    STATE(0),
    TIME(0),
    NEGATE(1),
    ADD(2),
    SUBTRACT(2),
    MULTIPLY(2),
    DIVIDE(2),
    POWER(2),
    LESS(2),
    LESS_OR_EQUAL(2),
    GREATER(2),
    GREATER_OR_EQUAL(2),
    EQUAL(2),
    NOT_EQUAL(2),
    AND(2),
    OR(2),
    NOT(1),
    CHOICE(3),
    EXP(1),
    LN(1),
    LOG10(1),
    LOG2(1),
    SQRT(1),
    ABS(1),
    MIN(2),
    MAX(2),
    FLOOR(1),
    CEIL(1),
    SIN(1),
    COS(1),
    TAN(1),
    ASIN(1),
    ACOS(1),
    ATAN(1),
    SINH(1),
    COSH(1),
    TANH(1),
    /** Only on a tape: copies a register. */
    MOVE(1),
    /** Only on a tape: goes on elsewhere. */
    JUMP(0);

    private final int operands;

    Operation(int operands) {
        this.operands = operands;
    }

    /** Number of nodes it works on; 0 for what is given from outside. */
    int operands() {
        return operands;
    }

    /** Whether the JVM makes vector instructions of it. */
    boolean hasVectors() {
        return compareTo(NEGATE) >= 0 && compareTo(DIVIDE) <= 0
                || this == SQRT
                || this == ABS
                || this == MIN
                || this == MAX;
    }

    /** What it costs, in additions: roughly, since it depends on what stands beside it. */
    int work() {
        return switch (this) {
            case CONSTANT, PARAMETER, STATE, TIME, MOVE, JUMP -> 0;
            case DIVIDE, SQRT -> 4;
            case POWER, EXP, LN, LOG10, LOG2, SIN, COS, TAN, ASIN, ACOS, ATAN, SINH, COSH, TANH -> 40;
            default -> 1;
        };
    }

    /** Name of the method of {@code Math} or {@code Arithmetic} that carries it out. */
    String method() {
        return this == LN ? "log" : name().toLowerCase(Locale.ROOT);
    }

    /** Whether its value is 1 or 0. */
    boolean isTruth() {
        return compareTo(LESS) >= 0 && compareTo(NOT) <= 0;
    }

    /** Whether its operands are truth values: all of them, or the first one of a choice. */
    boolean takesTruth(int operand) {
        return this == AND || this == OR || this == NOT || this == CHOICE && operand == 0;
    }

    /**
     * The value for given operands.
     *
     * @param b ignored by an operation on one number
     */
    double apply(double a, double b) {
        return switch (this) {
            case NEGATE -> -a;
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case POWER -> Arithmetic.power(a, b);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> holds(a, b) ? 1 : 0;
            case AND -> a != 0 && b != 0 ? 1 : 0;
            case OR -> a != 0 || b != 0 ? 1 : 0;
            case NOT -> a != 0 ? 0 : 1;
            default -> function(a, b);
        };
    }

    /**
     * An operation on numbers as a formula.
     *
     * @param v ignored by an operation on one number
     */
    Expr formula(Expr u, Expr v) {
        if (this == NEGATE) {
            return new Expr.Negation(u);
        }
        if (compareTo(POWER) <= 0) {
            return new Expr.Binary(Expr.Operator.valueOf(name()), u, v);
        }
        return new Expr.Call(Expr.Function.valueOf(name()), operands == 1 ? List.of(u) : List.of(u, v));
    }

    private boolean holds(double a, double b) {
        return switch (this) {
            case LESS -> a < b;
            case LESS_OR_EQUAL -> a <= b;
            case GREATER -> a > b;
            case GREATER_OR_EQUAL -> a >= b;
            case EQUAL -> a == b;
            default -> a != b;
        };
    }

    private double function(double a, double b) {
        return switch (this) {
            case EXP -> Math.exp(a);
            case LN -> Math.log(a);
            case LOG10 -> Math.log10(a);
            case LOG2 -> Arithmetic.log2(a);
            case SQRT -> Math.sqrt(a);
            case ABS -> Math.abs(a);
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case FLOOR -> Math.floor(a);
            case CEIL -> Math.ceil(a);
            case SIN -> Math.sin(a);
            case COS -> Math.cos(a);
            case TAN -> Math.tan(a);
            case ASIN -> Math.asin(a);
            case ACOS -> Math.acos(a);
            case ATAN -> Math.atan(a);
            case SINH -> Math.sinh(a);
            case COSH -> Math.cosh(a);
            case TANH -> Math.tanh(a);
            default -> throw new IllegalStateException(this + " has no value of its own");
        };
    }
}
