package org.immunoedit.expr;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A formula as a tree. The set of nodes is closed; an operation on formulas is a {@link Cases}.
 *
 * <p>The parser makes any node but {@link Many}. A model's expansion replaces {@link Apply}, {@link Over} and indices,
 * so that what is evaluated, differentiated and compiled is free of them.
 */
public sealed interface Expr {
    /** One operation on formulas: a result for each node. */
    interface Cases<R> {
        R number(Num node);

        R time(Time node);

        R reference(Reference node);

        R negation(Negation node);

        R binary(Binary node);

        R comparison(Comparison node);

        R logic(Logic node);

        R not(Not node);

        R choice(If node);

        R call(Call node);

        R apply(Apply node);

        R over(Over node);

        R many(Many node);
    }

    /** Applies the operation's case for this node. */
    <R> R match(Cases<R> cases);

    /** A finite number; negative numbers are a {@link Negation} when parsed, but may arise by simplification. */
    record Num(double value) implements Expr {
        /** 0 */
        public static final Num ZERO = new Num(0);
        /** 1 */
        public static final Num ONE = new Num(1);

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.number(this);
        }
    }

    /** The current time, in the model's time unit. */
    record Time() implements Expr {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.time(this);
        }
    }

    /**
     * A name: state, parameter, definition, index or function argument.
     *
     * @param name letters, digits, underscores and dots; after expansion it holds the indices too, e.g. {@code T[2]}
     * @param indices index formulas, empty for a scalar and after expansion
     * @param at 0-based offset in the text of the formula, −1 when made by an operation; not part of equality
     */
    record Reference(String name, List<Expr> indices, int at) implements Expr {
        public Reference {
            Objects.requireNonNull(name, "name");
            indices = List.copyOf(indices);
        }

        /** A scalar name made by an operation. */
        public static Reference to(String name) {
            return new Reference(name, List.of(), -1);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Reference r && name.equals(r.name) && indices.equals(r.indices);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + indices.hashCode();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.reference(this);
        }
    }

    /** −operand */
    record Negation(Expr operand) implements Expr {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.negation(this);
        }
    }

    /** Arithmetic on two operands. */
    record Binary(Operator operator, Expr left, Expr right) implements Expr {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.binary(this);
        }
    }

    /** Arithmetic operators. */
    enum Operator {
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/"),
        POWER("^");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        /** As written in a formula. */
        public String symbol() {
            return symbol;
        }
    }

    /** A truth value from two numbers. */
    record Comparison(Relation relation, Expr left, Expr right) implements Expr {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.comparison(this);
        }
    }

    /** Relations between numbers. */
    enum Relation {
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        EQUAL("=="),
        NOT_EQUAL("!=");

        private final String symbol;

        Relation(String symbol) {
            this.symbol = symbol;
        }

        /** As written in a formula. */
        public String symbol() {
            return symbol;
        }

        /** Whether it holds; false for NaN, except {@code !=}. */
        public boolean holds(double left, double right) {
            return switch (this) {
                case LESS -> left < right;
                case LESS_OR_EQUAL -> left <= right;
                case GREATER -> left > right;
                case GREATER_OR_EQUAL -> left >= right;
                case EQUAL -> left == right;
                case NOT_EQUAL -> left != right;
            };
        }
    }

    /** Truth values joined by {@code and} or {@code or}. */
    record Logic(Connective connective, Expr left, Expr right) implements Expr {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.logic(this);
        }
    }

    /** {@code and}, {@code or}. */
    enum Connective {
        AND,
        OR;

        /** As written in a formula. */
        public String symbol() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code not operand} */
    record Not(Expr operand) implements Expr {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.not(this);
        }
    }

    /** {@code if(condition, then, otherwise)}; only the chosen branch counts. */
    record If(Expr condition, Expr then, Expr otherwise) implements Expr {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.choice(this);
        }
    }

    /** A built-in function of one or two numbers. */
    record Call(Function function, List<Expr> arguments) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
            if (arguments.size() != function.arity()) {
                throw new IllegalArgumentException(function + " takes " + function.arity() + " arguments");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.call(this);
        }
    }

    /** Built-in functions; {@code ln} is the natural logarithm. */
    enum Function {
        EXP(1),
        LN(1),
        LOG10(1),
        LOG2(1),
        SQRT(1),
        ABS(1),
        MIN(2),
        MAX(2),
        POW(2),
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
        TANH(1);

        private final int arity;

        Function(int arity) {
            this.arity = arity;
        }

        /** Number of arguments of the node; the parser folds longer lists of {@code min} and {@code max}. */
        public int arity() {
            return arity;
        }

        /** As written in a formula. */
        public String symbol() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A function of the model, or {@code size(index)}; replaced by expansion.
     *
     * @param at 0-based offset of the name in the text of the formula; not part of equality
     */
    record Apply(String function, List<Expr> arguments, int at) implements Expr {
        public Apply {
            arguments = List.copyOf(arguments);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Apply a && function.equals(a.function) && arguments.equals(a.arguments);
        }

        @Override
        public int hashCode() {
            return 31 * function.hashCode() + arguments.hashCode();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.apply(this);
        }
    }

    /**
     * {@code sum(index, body)} or {@code prod(index, body)} over all members of an index; replaced by expansion.
     *
     * @param at 0-based offset of the index name in the text of the formula; not part of equality
     */
    record Over(Fold fold, String index, Expr body, int at) implements Expr {
        @Override
        public boolean equals(Object other) {
            return other instanceof Over o && fold == o.fold && index.equals(o.index) && body.equals(o.body);
        }

        @Override
        public int hashCode() {
            return Objects.hash(fold, index, body);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.over(this);
        }
    }

    /** Sum or product. */
    enum Fold {
        SUM("sum"),
        PRODUCT("prod");

        private final String symbol;

        Fold(String symbol) {
            this.symbol = symbol;
        }

        /** As written in a formula. */
        public String symbol() {
            return symbol;
        }
    }

    /** The sum or product of terms, from left to right: an expanded {@link Over}; 0 or 1 when empty. */
    record Many(Fold fold, List<Expr> terms) implements Expr {
        public Many {
            terms = List.copyOf(terms);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.many(this);
        }
    }
}
