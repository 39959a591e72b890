package org.immunoedit.cli;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.immunoedit.expr.Printer;

/** Something claimed or computed. */
sealed interface Answer {
    /** As a table shows it. */
    String shown();

    /** As JSON. */
    Object json();

    /** A number of which nobody knows more digits than a table can show. */
    static Answer number(double value) {
        return new Number(OptionalDouble.of(value));
    }

    /** A number, or none. */
    record Number(OptionalDouble value) implements Answer {
        @Override
        public String shown() {
            return value.isEmpty() ? "none" : digits(value.getAsDouble());
        }

        @Override
        public Object json() {
            return value.isEmpty() ? "none" : value.getAsDouble();
        }

        private static String digits(double value) {
            return Double.isFinite(value)
                    ? Printer.number(Double.parseDouble(String.format(Locale.ROOT, "%.7g", value)))
                    : Double.toString(value);
        }
    }

    /** A word. */
    record Word(String shown) implements Answer {
        @Override
        public Object json() {
            return shown;
        }
    }

    /** A pair of eigenvalues, or a real one. */
    record Pair(double real, double imaginary) implements Answer {
        @Override
        public String shown() {
            String shown = Answer.number(real).shown();
            return imaginary == 0
                    ? shown
                    : shown + " ± " + Answer.number(imaginary).shown() + "i";
        }

        @Override
        public Object json() {
            return imaginary == 0 ? real : List.of(real, imaginary);
        }
    }

    /** Names from the smallest to the largest. */
    record Ranks(List<String> names) implements Answer {
        public Ranks {
            names = List.copyOf(names);
        }

        @Override
        public String shown() {
            return String.join(" < ", names);
        }

        @Override
        public Object json() {
            return names;
        }
    }
}
