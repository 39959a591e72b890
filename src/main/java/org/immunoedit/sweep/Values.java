package org.immunoedit.sweep;

import java.util.Arrays;

/** Numbers in the order they came. Grows; one thread. */
public final class Values {
    private double[] numbers;
    private int size;
    private long missing;

    /** @param expected how many will come, if that is known */
    public Values(int expected) {
        numbers = new double[expected];
    }

    /** Takes a number; NaN counts as missing. */
    public void add(double number) {
        if (Double.isNaN(number)) {
            missing++;
            return;
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(16, size + (size >> 1)));
        }
        numbers[size++] = number;
    }

    /** How many were missing. */
    public long missing() {
        return missing;
    }

    /** The numbers. */
    public double[] toArray() {
        return Arrays.copyOf(numbers, size);
    }

    /** What sums the numbers up; sorts them in place. */
    public Statistics statistics(double... shares) {
        Arrays.sort(numbers, 0, size);
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += numbers[i];
        }
        double[] quantiles = new double[shares.length];
        for (int k = 0; k < shares.length; k++) {
            quantiles[k] = quantile(shares[k]);
        }
        return new Statistics(
                size, missing, sum / size, Arrays.stream(quantiles).boxed().toList());
    }

    private double quantile(double share) {
        if (size == 0) {
            return Double.NaN;
        }
        double position = share * (size - 1);
        int below = (int) position;
        double rest = position - below;
        double low = numbers[below];
        return rest == 0 ? low : low + rest * (numbers[below + 1] - low);
    }
}
