package org.immunoedit.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What makes the tumor grow and shrink over time: under its course the rate of each contribution in proportion to the
 * tumor, and the share of each in all gains and losses together. Gains are stacked above zero, losses below: where both
 * reach 50 %, they are in balance.
 */
public final class Balance {
    private static final int INTERVALS = 400;
    private static final double LEAST_SHARE = 0.01;
    /** Shares of the axis: turns nearer to each other than this cannot be told apart. */
    private static final double CROWDED = 0.03;
    /** More lines than this, from top to bottom, would hide what they mark. */
    private static final int MOST_LINES = 24;

    private static final double HEADING = 32;
    private static final double PANEL = 45;
    private static final double WIDTH = 0.8;

    private final Recording run;
    private final Account account;
    private final View view;

    private Balance(Recording run, Account account, View view) {
        this.run = run;
        this.account = account;
        this.view = view;
    }

    /**
     * Something that changes the tumor.
     *
     * @param gain whether it is one as a rule; what it is in an interval, its amount tells
     * @param amounts what it has added in each interval (unit of the tumor)
     */
    public record Part(Key key, boolean gain, List<Double> amounts) {
        public Part {
            amounts = List.copyOf(amounts);
        }
    }

    /**
     * What has changed the tumor in intervals of time.
     *
     * @param time from the start of the first interval to the end of the last one
     * @param edges of the intervals, one more than there are
     * @param held integral of the tumor over each interval; NaN where there is no tumor
     * @param parts what has changed it
     */
    public record Account(Scale time, List<Double> edges, List<Double> held, List<Part> parts) {
        public Account {
            edges = List.copyOf(edges);
            held = List.copyOf(held);
            parts = List.copyOf(parts);
        }
    }

    /**
     * The time axis on which turning points stand well apart: a logarithmic one when a linear one would crowd them.
     *
     * @param turns their times, ascending, without the ends of the run
     */
    public static Scale time(double from, double to, List<Double> turns) {
        Scale linear = Scale.linear(from, to);
        if (turns.isEmpty() || from < 0 || !(turns.get(0) > from)) {
            return linear;
        }
        double decade = Math.pow(10, Math.floor(Math.log10(turns.get(0) / 3)));
        Scale log = Scale.log(Math.max(from, decade), to);
        return least(linear, turns) < CROWDED && least(log, turns) > 2 * least(linear, turns) ? log : linear;
    }

    /** The smallest distance between turns and from them to the ends, as a share of the axis. */
    private static double least(Scale scale, List<Double> turns) {
        double least = 1;
        double last = scale.from();
        for (double turn : Stream.concat(turns.stream(), Stream.of(scale.to())).toList()) {
            least = Math.min(least, scale.position(turn) - scale.position(last));
            last = turn;
        }
        return least;
    }

    /** The edges of intervals that have one width on an axis. */
    public static List<Double> edges(Scale time) {
        return IntStream.rangeClosed(0, INTERVALS)
                .mapToObj(i -> i == 0 ? time.from() : i == INTERVALS ? time.to() : time.value(i / (double) INTERVALS))
                .toList();
    }

    /**
     * The figure.
     *
     * @param run with the tumor as its only column, and its turning points as remarks
     */
    public static Figure of(Recording run, Account account, View view) {
        return new Balance(run, account, view).figure();
    }

    private Figure figure() {
        Figure above = Course.of(run, List.of(), view);
        Panel course = above.panels().get(0);
        boolean log = account.time().kind() == Scale.Kind.LOG;
        Axis time = new Axis(course.x().title() + (log ? ", logarithmic" : ""), account.time());
        List<Part> shown = shown();
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel(course.title(), time, course.y(), course.layers(), List.of(), 1));
        panels.add(rates(time, shown));
        panels.add(shares(time, shown));
        double height = HEADING + PANEL * panels.size();
        return new Figure(above.title(), above.subtitle(), view.sizeOr(height), 1, panels);
    }

    /** The parts with names of their own, no more than there are colors; the smaller ones are added up. */
    private List<Part> shown() {
        List<Part> shown = new ArrayList<>();
        for (boolean gain : new boolean[] {true, false}) {
            List<Part> own =
                    account.parts().stream().filter(part -> part.gain() == gain).toList();
            List<Part> most = own.stream()
                    .filter(part -> largest(part) >= LEAST_SHARE)
                    .sorted(Comparator.comparingDouble(this::largest).reversed())
                    .limit(Palette.parts(gain))
                    .toList();
            List<Part> rest = own.stream().filter(part -> !most.contains(part)).toList();
            own.stream().filter(most::contains).forEach(shown::add);
            if (rest.size() == 1) {
                shown.add(rest.get(0));
            } else if (rest.size() > 1) {
                shown.add(sum(rest, gain));
            }
        }
        return shown;
    }

    private Part sum(List<Part> rest, boolean gain) {
        List<Double> amounts = IntStream.range(0, account.held().size())
                .mapToObj(i ->
                        rest.stream().mapToDouble(part -> part.amounts().get(i)).sum())
                .toList();
        return new Part(new Key(gain ? "other gains" : "other losses", rest.size() + " smaller terms"), gain, amounts);
    }

    /** The largest share that a part has anywhere. */
    private double largest(Part part) {
        return IntStream.range(0, account.held().size())
                .mapToDouble(i -> Math.abs(part.amounts().get(i)) / turnover(i))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    /** All gains and losses of an interval; NaN where there is no tumor. */
    private double turnover(int interval) {
        double all = account.parts().stream()
                .mapToDouble(part -> Math.abs(part.amounts().get(interval)))
                .sum();
        return account.held().get(interval) > 0 && all > 0 ? all : Double.NaN;
    }

    private Panel shares(Axis time, List<Part> shown) {
        List<Layer> layers = new ArrayList<>(areas(shown, i -> turnover(i) / 100, false));
        Scale scale = quarters(edgesOf(layers));
        layers.addAll(turns(scale));
        layers.add(new Layer.Level(Key.NONE, 50, ""));
        layers.add(new Layer.Level(Key.NONE, -50, ""));
        return Panel.of(time, new Axis("share (%)", scale), layers).weighing(1.2);
    }

    private Panel rates(Axis time, List<Part> shown) {
        List<Layer> layers = new ArrayList<>(areas(shown, i -> account.held().get(i) / 100, true));
        Scale scale = Range.of(edgesOf(layers)).linear();
        Points net = through(i -> 100
                * account.parts().stream()
                        .mapToDouble(part -> part.amounts().get(i))
                        .sum()
                / account.held().get(i));
        layers.add(new Layer.Line(Key.of("net"), net, Palette.INK, Layer.Stroke.SOLID, WIDTH));
        layers.addAll(turns(scale));
        String unit = run.timeUnit().isEmpty() || run.timeUnit().equals("1") ? "" : " per " + run.timeUnit();
        return Panel.of(time, new Axis("%" + unit, scale), layers);
    }

    /** From quarter to quarter, balance and its surroundings always included. */
    private static Scale quarters(List<Points> edges) {
        double[] all = edges.stream()
                .map(Points::values)
                .flatMapToDouble(Arrays::stream)
                .toArray();
        double high = Arrays.stream(all).max().orElse(0);
        double low = Arrays.stream(all).min().orElse(0);
        return Scale.linear(Math.min(-75, 25 * Math.floor(low / 25)), Math.max(75, 25 * Math.ceil(high / 25)));
    }

    private static List<Points> edgesOf(List<Layer> layers) {
        return layers.stream()
                .map(Layer.Area.class::cast)
                .flatMap(area -> Stream.of(area.lower(), area.upper()))
                .toList();
    }

    private List<Layer> turns(Scale scale) {
        List<Layer> lines = new ArrayList<>();
        if (run.remarks().stream().mapToInt(remark -> remark.times().size()).sum() > MOST_LINES) {
            return lines;
        }
        for (Recording.Remark remark : run.remarks()) {
            for (double at : remark.times()) {
                Points points = Points.of(new double[] {at, at}, new double[] {scale.from(), scale.to()});
                lines.add(new Layer.Line(Key.NONE, points, Palette.INK, Layer.Stroke.DASHED, 0.4));
            }
        }
        return lines;
    }

    /** Gains upwards from zero and losses downwards, in the order of a legend that is read from top to bottom. */
    private List<Layer> areas(List<Part> parts, ToDoubleFunction<Integer> whole, boolean named) {
        int n = account.held().size();
        double[] top = new double[n];
        double[] bottom = new double[n];
        List<Layer> gains = new ArrayList<>();
        List<Layer> losses = new ArrayList<>();
        int[] next = new int[2];
        for (Part part : parts) {
            double[] from = new double[n];
            double[] to = new double[n];
            for (int i = 0; i < n; i++) {
                double amount = part.amounts().get(i) / whole.applyAsDouble(i);
                double[] pile = amount >= 0 ? top : bottom;
                from[i] = pile[i] + 0 * amount; // no area where there is no amount
                pile[i] += amount;
                to[i] = pile[i];
            }
            int number = next[part.gain() ? 0 : 1]++;
            boolean small = largest(part) < LEAST_SHARE || number == Palette.parts(part.gain());
            Color color = small ? Palette.OTHER : Palette.part(part.gain(), number);
            Layer area =
                    new Layer.Area(named ? part.key() : Key.NONE, through(i -> from[i]), through(i -> to[i]), color);
            (part.gain() ? gains : losses).add(area);
        }
        Collections.reverse(gains);
        gains.addAll(losses);
        return gains;
    }

    /** A line through the middles of the intervals, which reaches to the outer edges of those beside gaps. */
    private Points through(ToDoubleFunction<Integer> value) {
        int n = account.held().size();
        double[] x = new double[3 * n];
        double[] y = new double[3 * n];
        int next = 0;
        for (int i = 0; i < n; i++) {
            double here = value.applyAsDouble(i);
            double from = account.edges().get(i);
            double to = account.edges().get(i + 1);
            boolean first = i == 0 || Double.isNaN(value.applyAsDouble(i - 1));
            boolean last = i == n - 1 || Double.isNaN(value.applyAsDouble(i + 1));
            if (first) {
                next = put(x, y, next, from, here);
            }
            next = put(x, y, next, from + (to - from) / 2, here);
            if (last) {
                next = put(x, y, next, to, here);
            }
        }
        return Points.of(Arrays.copyOf(x, next), Arrays.copyOf(y, next));
    }

    private static int put(double[] x, double[] y, int at, double valueX, double valueY) {
        x[at] = valueX;
        y[at] = valueY;
        return at + 1;
    }
}
