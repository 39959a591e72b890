package org.immunoedit.expr;

import org.immunoedit.expr.Expr.Function;
import org.immunoedit.expr.Expr.Operator;

/**
 * What the operators and functions of formulas compute, bit by bit. Interpreted and compiled formulas both keep to it.
 */
public final class Arithmetic {
    private static final double LN_2 = Math.log(2);

    private Arithmetic() {}

    /** The value of an operator. */
    public static double apply(Operator operator, double left, double right) {
        return switch (operator) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
            case POWER -> power(left, right);
        };
    }

    /**
     * x to the power of y: {@code x*x} and {@code (x*x)*x} for the exponents 2 and 3, which are frequent and several
     * times faster so, otherwise {@link Math#pow}.
     */
    public static double power(double x, double y) {
        if (y == 2) {
            return x * x;
        }
        return y == 3 ? x * x * x : Math.pow(x, y);
    }

    /** Logarithm to base 2; exact for powers of two. */
    public static double log2(double x) {
        int exponent = Math.getExponent(x);
        boolean powerOfTwo = exponent <= Double.MAX_EXPONENT && x == Math.scalb(1.0, exponent);
        return powerOfTwo ? exponent : Math.log(x) / LN_2;
    }

    /**
     * The value of a function of one argument.
     *
     * @throws IllegalArgumentException if the function takes two
     */
    public static double apply(Function function, double x) {
        return switch (function) {
            case EXP -> Math.exp(x);
            case LN -> Math.log(x);
            case LOG10 -> Math.log10(x);
            case LOG2 -> log2(x);
            case SQRT -> Math.sqrt(x);
            case ABS -> Math.abs(x);
            case FLOOR -> Math.floor(x);
            case CEIL -> Math.ceil(x);
            case SIN -> Math.sin(x);
            case COS -> Math.cos(x);
            case TAN -> Math.tan(x);
            case ASIN -> Math.asin(x);
            case ACOS -> Math.acos(x);
            case ATAN -> Math.atan(x);
            case SINH -> Math.sinh(x);
            case COSH -> Math.cosh(x);
            case TANH -> Math.tanh(x);
            case MIN, MAX, POW -> throw new IllegalArgumentException(function + " takes 2 arguments");
        };
    }

    /**
     * The value of a function of two arguments.
     *
     * @throws IllegalArgumentException if the function takes one
     */
    public static double apply(Function function, double x, double y) {
        return switch (function) {
            case MIN -> Math.min(x, y);
            case MAX -> Math.max(x, y);
            case POW -> power(x, y);
            default -> throw new IllegalArgumentException(function + " takes 1 argument");
        };
    }
}
