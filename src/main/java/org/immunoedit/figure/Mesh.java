package org.immunoedit.figure;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Borders between the values of one direction of a map: halfway between neighbors, on a logarithmic axis by their
 * factor. Around a value of a refined mesh the borders lie at half the distance of its level.
 */
final class Mesh {
    private final Varied varied;
    private final double[] values;
    private final double coarse;

    private Mesh(Varied varied, double[] values, double coarse) {
        this.varied = varied;
        this.values = values;
        this.coarse = coarse;
    }

    static Mesh of(Varied varied, List<Spot> spots, ToDoubleFunction<Spot> coordinate) {
        double[] all = distinct(varied, spots, coordinate);
        double[] first = distinct(
                varied, spots.stream().filter(spot -> spot.level() == 0).toList(), coordinate);
        boolean refined = spots.stream().anyMatch(spot -> spot.level() > 0) && first.length > 1;
        double coarse = refined ? (first[first.length - 1] - first[0]) / (first.length - 1) : Double.NaN;
        return new Mesh(varied, all, coarse);
    }

    private static double[] distinct(Varied varied, List<Spot> spots, ToDoubleFunction<Spot> coordinate) {
        return spots.stream()
                .mapToDouble(coordinate)
                .map(value -> varied.log() ? Math.log(value) : value)
                .sorted()
                .distinct()
                .toArray();
    }

    /** How many different values there are. */
    int count() {
        return values.length;
    }

    /** Where the cell of a value begins. */
    double lower(double value, int level) {
        return border(value, level, -1);
    }

    /** Where the cell of a value ends. */
    double upper(double value, int level) {
        return border(value, level, 1);
    }

    private double border(double value, int level, int side) {
        double place = varied.log() ? Math.log(value) : value;
        double border;
        if (Double.isFinite(coarse)) {
            border = place + side * coarse / (2 << level);
        } else {
            int i = Arrays.binarySearch(values, place);
            border = place + side * distance(i, side) / 2;
        }
        return varied.log() ? Math.exp(border) : border;
    }

    /** Distance to the neighbor; at the rim that to the neighbor inside. */
    private double distance(int i, int side) {
        if (values.length == 1) {
            return 1;
        }
        int other = i + side;
        if (other < 0 || other >= values.length) {
            other = i - side;
        }
        return Math.abs(values[other] - values[i]);
    }

    /** The axis that shows all cells; that of a refined mesh ends where it was refined, amid the outer cells. */
    Axis axis() {
        double first = varied.log() ? Math.exp(values[0]) : values[0];
        double last = varied.log() ? Math.exp(values[values.length - 1]) : values[values.length - 1];
        return Double.isFinite(coarse) ? varied.axis(first, last) : varied.axis(lower(first, 0), upper(last, 0));
    }
}
