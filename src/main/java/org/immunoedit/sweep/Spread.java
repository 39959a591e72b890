package org.immunoedit.sweep;

import java.util.List;
import java.util.Objects;

/**
 * How the values of one varied name are spread. A value is a number, its <em>coordinate</em>: of a name whose values
 * are words, the position of the word.
 */
public sealed interface Spread {
    /**
     * The coordinate below which a share of all values lies.
     *
     * @param u within (0, 1)
     */
    double quantile(double u);

    /** Finitely many values, which a grid can step through. */
    sealed interface Finite extends Spread {
        /** How many. */
        int size();

        /** The coordinate of one, counted from 0. */
        double level(int i);

        /** Their weights; none when all weigh the same. */
        List<Double> weights();

        @Override
        default double quantile(double u) {
            if (weights().isEmpty()) {
                return level((int) Math.min(size() - 1L, (long) (u * size())));
            }
            double left =
                    u * weights().stream().mapToDouble(Double::doubleValue).sum();
            int i = 0;
            while (i < size() - 1 && left >= weights().get(i)) {
                left -= weights().get(i++);
            }
            return level(i);
        }
    }

    /** A distribution with a density. */
    sealed interface Continuous extends Spread {
        /** The share of values below a coordinate. */
        double cumulative(double x);
    }

    /** Numbers. */
    record Levels(List<Double> values, List<Double> weights) implements Finite {
        public Levels {
            values = List.copyOf(values);
            weights = List.copyOf(weights);
            requireWeights(values.size(), weights);
        }

        @Override
        public int size() {
            return values.size();
        }

        @Override
        public double level(int i) {
            return values.get(i);
        }
    }

    /** The numbers of a range, both ends among them; the first one alone if there is only one. */
    record Steps(Range range, int size) implements Finite {
        public Steps {
            Objects.requireNonNull(range, "range");
            if (size < 1) {
                throw new IllegalArgumentException(size + " values");
            }
        }

        @Override
        public double level(int i) {
            return range.at(i, size - 1L);
        }

        @Override
        public List<Double> weights() {
            return List.of();
        }
    }

    /**
     * Values that are not numbers.
     *
     * @param shown how each is written in a table
     * @param json each as JSON text
     */
    record Words(List<String> shown, List<String> json, List<Double> weights) implements Finite {
        public Words {
            shown = List.copyOf(shown);
            json = List.copyOf(json);
            weights = List.copyOf(weights);
            requireWeights(shown.size(), weights);
            if (shown.size() != json.size()) {
                throw new IllegalArgumentException(shown.size() + " words and " + json.size() + " texts");
            }
        }

        @Override
        public int size() {
            return shown.size();
        }

        @Override
        public double level(int i) {
            return i;
        }
    }

    /** Equally dense between two numbers. */
    record Uniform(double from, double to) implements Continuous {
        public Uniform {
            requireOrdered(from, to);
            if (!Double.isFinite(to - from)) {
                throw new IllegalArgumentException(
                        "the width from " + from + " to " + to + " is too large for a number");
            }
        }

        @Override
        public double quantile(double u) {
            return from + u * (to - from);
        }

        @Override
        public double cumulative(double x) {
            return share((x - from) / (to - from));
        }
    }

    /** The logarithm is equally dense between those of two positive numbers. */
    record LogUniform(double from, double to) implements Continuous {
        public LogUniform {
            requireOrdered(from, to);
            requirePositive(from);
        }

        @Override
        public double quantile(double u) {
            return between(from, to, u);
        }

        @Override
        public double cumulative(double x) {
            return x <= from ? 0 : share(StrictMath.log(x / from) / StrictMath.log(to / from));
        }

        /** The number that divides the way from a to b in the ratio u : 1−u on a logarithmic scale. */
        public static double between(double a, double b, double u) {
            double low = StrictMath.log10(a);
            double x = StrictMath.pow(10, low + u * (StrictMath.log10(b) - low));
            return Math.max(Math.min(a, b), Math.min(Math.max(a, b), x));
        }
    }

    /** The normal distribution. */
    record Normal(double mean, double sd) implements Continuous {
        public Normal {
            requirePositive(sd);
        }

        @Override
        public double quantile(double u) {
            return mean + sd * Gauss.quantile(u);
        }

        @Override
        public double cumulative(double x) {
            return Gauss.cumulative((x - mean) / sd);
        }
    }

    /** A normal logarithm: {@code mu} and {@code sigma} are mean and standard deviation of ln x. */
    record LogNormal(double mu, double sigma) implements Continuous {
        public LogNormal {
            requirePositive(sigma);
        }

        /** From the median and the coefficient of variation (standard deviation over mean). */
        public static LogNormal ofMedian(double median, double cv) {
            return new LogNormal(StrictMath.log(median), StrictMath.sqrt(StrictMath.log1p(cv * cv)));
        }

        /** From the mean and the coefficient of variation. */
        public static LogNormal ofMean(double mean, double cv) {
            double variance = StrictMath.log1p(cv * cv);
            return new LogNormal(StrictMath.log(mean) - variance / 2, StrictMath.sqrt(variance));
        }

        /** From the median and the standard deviation of x itself: cv² = (√(1 + 4 sd²/median²) − 1)/2. */
        public static LogNormal ofMedianAndSd(double median, double sd) {
            double ratio = sd / median;
            return ofMedian(median, StrictMath.sqrt((StrictMath.sqrt(1 + 4 * ratio * ratio) - 1) / 2));
        }

        @Override
        public double quantile(double u) {
            return StrictMath.exp(mu + sigma * Gauss.quantile(u));
        }

        @Override
        public double cumulative(double x) {
            return x <= 0 ? 0 : Gauss.cumulative((StrictMath.log(x) - mu) / sigma);
        }
    }

    /** The beta distribution, stretched from (0, 1) to other ends. */
    record Beta(double alpha, double beta, double from, double to) implements Continuous {
        public Beta {
            requirePositive(alpha);
            requirePositive(beta);
            requireOrdered(from, to);
        }

        @Override
        public double quantile(double u) {
            return from + (to - from) * BetaIntegral.quantile(alpha, beta, u);
        }

        @Override
        public double cumulative(double x) {
            return BetaIntegral.cumulative(alpha, beta, share((x - from) / (to - from)));
        }
    }

    /** Another distribution without its parts outside of two numbers, either of which may be infinite. */
    record Truncated(Continuous of, double from, double to) implements Continuous {
        public Truncated {
            requireOrdered(from, to);
            if (!(of.cumulative(to) > of.cumulative(from))) {
                throw new IllegalArgumentException("nothing of the distribution is between " + from + " and " + to);
            }
        }

        @Override
        public double quantile(double u) {
            double below = of.cumulative(from);
            double inside = below + u * (of.cumulative(to) - below);
            return Math.max(from, Math.min(to, of.quantile(Math.min(inside, Math.nextDown(1.0)))));
        }

        @Override
        public double cumulative(double x) {
            double below = of.cumulative(from);
            return share((of.cumulative(x) - below) / (of.cumulative(to) - below));
        }
    }

    private static double share(double x) {
        return Math.max(0, Math.min(1, x));
    }

    private static void requireOrdered(double from, double to) {
        if (!(from < to)) {
            throw new IllegalArgumentException("not an interval: " + from + " to " + to);
        }
    }

    private static void requirePositive(double x) {
        if (!(x > 0) || Double.isInfinite(x)) {
            throw new IllegalArgumentException("not a positive number: " + x);
        }
    }

    private static void requireWeights(int size, List<Double> weights) {
        boolean fits =
                weights.isEmpty() || weights.size() == size && weights.stream().allMatch(w -> w >= 0);
        if (size == 0 || !fits) {
            throw new IllegalArgumentException(weights.size() + " weights for " + size + " values");
        }
    }
}
