package org.immunoedit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.immunoedit.engine.ReferenceProblem.autonomous;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.immunoedit.ode.Ending;
import org.immunoedit.ode.Engine;
import org.immunoedit.ode.Formulas;
import org.immunoedit.ode.Guards;
import org.immunoedit.ode.Interpolant;
import org.immunoedit.ode.LaneMethod;
import org.immunoedit.ode.LaneSystem;
import org.immunoedit.ode.Limits;
import org.immunoedit.ode.Method;
import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Passage;
import org.immunoedit.ode.Span;
import org.immunoedit.ode.StepListener;
import org.immunoedit.ode.Threshold;
import org.immunoedit.ode.Tolerances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Law: a run in a lane takes the steps that it takes alone, to the last bit, whoever travels beside it. */
class LaneMarchTest {
    private static final int RUNS = 63;
    private static final int KINDS = 9;

    @ParameterizedTest
    @CsvSource({"tsit5,16", "tsit5,1", "tsit5,64", "dopri5,8", "auto,16", "auto,7"})
    void steps_endings_and_counts_are_those_of_a_run_alone(String name, int width) {
        Method method = method(name);
        List<Run> runs = runs(method);
        ((LaneMethod) method).run(new Beside(width), runs.iterator());
        runs.forEach(LaneMarchTest::isAsAlone);
    }

    @ParameterizedTest
    @CsvSource({
        "tsit5,0,0.78",
        "tsit5,1,0.71",
        "tsit5,2,0.99",
        "tsit5,3,0.98",
        "tsit5,4,0.28",
        "tsit5,6,0.2",
        "tsit5,7,0.84",
        "tsit5,8,0.78",
        "auto,0,0.78",
        "auto,2,0.17"
    })
    void runs_of_one_kind_travel_in_lanes_for_the_greater_part(String name, int kind, double share) {
        Method method = method(name);
        List<Run> runs = new ArrayList<>();
        for (int k = 0; k < 30; k++) {
            runs.add(new Run(k, kind, method));
        }
        Beside lanes = new Beside(16);
        ((LaneMethod) method).run(lanes, runs.iterator());
        runs.forEach(LaneMarchTest::isAsAlone);
        long rates =
                runs.stream().mapToLong(run -> run.engine.statistics().rates()).sum();
        assertThat(lanes.rates).as("of %d", rates).isGreaterThan((long) (share * rates));
    }

    private static void isAsAlone(Run run) {
        Run alone = new Run(run.number, run.kind, run.method);
        alone.finish();
        assertThat(run.log).as("run %d of kind %d", run.number, run.kind).isEqualTo(alone.log);
    }

    @ParameterizedTest
    @CsvSource({"tsit5,0", "tsit5,1", "auto,2", "tsit5,3", "tsit5,7"})
    void steps_that_end_before_the_time_waited_for_need_not_be_told(String name, int kind) {
        Method method = method(name);
        List<Run> runs = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            runs.add(new Run(k, kind, method, 8));
        }
        ((LaneMethod) method).run(new Beside(16), runs.iterator());
        long toldAlone = 0;
        for (Run run : runs) {
            Run alone = new Run(run.number, kind, method, 8);
            alone.finish();
            assertThat(run.log).as("run %d", run.number).isEqualTo(alone.log);
            toldAlone += alone.told;
        }
        assertThat(runs.stream().mapToLong(run -> run.told).sum()).isLessThan((long) (0.8 * toldAlone));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void any_order_gives_the_same_steps(long seed) {
        LaneMethod lanes = (LaneMethod) method("auto");
        List<Run> ordered = runs(lanes);
        lanes.run(new Beside(7), ordered.iterator());
        List<Run> runs = runs(lanes);
        List<Run> shuffled = new ArrayList<>(runs);
        Collections.shuffle(shuffled, new Random(seed));
        lanes.run(new Beside(11), shuffled.iterator());
        for (int k = 0; k < RUNS; k++) {
            assertThat(runs.get(k).log).as("run %d", k).isEqualTo(ordered.get(k).log);
        }
    }

    @Test
    void the_runs_of_these_tests_end_in_every_way() {
        List<String> endings = new ArrayList<>();
        runs(method("auto")).forEach(run -> {
            run.finish();
            endings.addAll(run.log);
        });
        assertThat(endings.toString())
                .contains(
                        "Reached",
                        "Stopped",
                        "too-many-steps",
                        "not-finite",
                        "negative",
                        "step-underflow",
                        "rodas=",
                        "tsit5=");
    }

    @Test
    void runs_whose_engine_is_of_another_method_go_alone() {
        Method method = method("rodas");
        Run run = new Run(0, 0, method);
        ((LaneMethod) method("tsit5")).run(new Beside(4), List.of(run).iterator());
        isAsAlone(run);
        assertThat(run.log).isNotEmpty();
    }

    @Test
    void a_system_that_lanes_refuse_goes_alone() {
        LaneMethod lanes = (LaneMethod) method("tsit5");
        List<Run> runs = runs(lanes);
        Beside refusing = new Beside(4) {
            @Override
            public boolean load(int lane, OdeSystem system) {
                return super.load(lane, system) && lane != 2;
            }
        };
        lanes.run(refusing, runs.iterator());
        runs.forEach(LaneMarchTest::isAsAlone);
    }

    private static Method method(String name) {
        return Methods.named(name).orElseThrow();
    }

    private static List<Run> runs(Method method) {
        List<Run> runs = new ArrayList<>();
        for (int k = 0; k < RUNS; k++) {
            runs.add(new Run(k, k % KINDS, method));
        }
        return runs;
    }

    /** Lanes that evaluate the systems one by one. */
    private static class Beside implements LaneSystem {
        private final OdeSystem[] systems;
        private final double[] state = new double[2];
        private final double[] each = new double[2];
        private long rates;

        Beside(int width) {
            systems = new OdeSystem[width];
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public int width() {
            return systems.length;
        }

        @Override
        public boolean usesTime() {
            return true;
        }

        @Override
        public boolean load(int lane, OdeSystem system) {
            systems[lane] = system;
            return true;
        }

        @Override
        public void move(int from, int to) {
            systems[to] = systems[from];
        }

        @Override
        public void rates(double[] t, double[][] y, double[][] dydt, int lanes) {
            for (int l = 0; l < lanes; l++) {
                state[0] = y[0][l];
                state[1] = y[1][l];
                systems[l].rates(t[l], state, each);
                dydt[0][l] = each[0];
                dydt[1][l] = each[1];
                rates++;
            }
        }
    }

    /** How far a state is above a value. */
    private record Above(int state, double value) implements Formulas {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public void evaluate(double t, double[] y, double[] values) {
            values[0] = y[state] - value;
        }

        @Override
        public Optional<Threshold> threshold(int k) {
            return Optional.of(new Threshold(state, value));
        }
    }

    /** One of several kinds of run; writes down all that happens. */
    private static final class Run implements Passage {
        private final List<String> log = new ArrayList<>();
        private final double[] middle = new double[2];
        private final double[] polynomial = new double[Interpolant.COEFFICIENTS];
        private final int number;
        private final int kind;
        private final Method method;
        private final Random random;
        private final Engine engine;
        private final double[] y;
        private final OdeSystem system;
        private final double patience;
        private double from;
        private long steps;
        private long told;
        private final BitSet side;

        Run(int number, int kind, Method method) {
            this(number, kind, method, Double.NEGATIVE_INFINITY);
        }

        /** @param patience time that it lets pass from one step it looks at to the next */
        Run(int number, int kind, Method method, double patience) {
            this.number = number;
            this.kind = kind;
            this.method = method;
            this.patience = patience;
            random = new Random(number);
            y = isKuznetsov() ? new double[] {3.2e5, 5e6 * random.nextDouble()} : new double[] {2, 0.5};
            side = EngineUnderTest.bits();
            side.set(0, isKuznetsov() ? y[1] > threshold() : y[0] > 1);
            system = switch (kind) {
                case 0, 1, 8 -> kuznetsov(0.05 + 0.2 * random.nextDouble(), 5e3 + 25e3 * random.nextDouble());
                case 2 -> vanDerPol(Math.pow(10, 3 * random.nextDouble()));
                case 3 -> plain((t, y0, y1) -> y0 * y0);
                case 4 -> plain((t, y0, y1) -> t > 20 ? Double.NaN : Math.cos(t * y1));
                case 5 -> ReferenceProblem.oscillatorSystem();
                case 6 -> plain((t, y0, y1) -> -0.1);
                default -> plain((t, y0, y1) -> Math.sin(t) * y0 / (1 + y1));
            };
            double[] absolute = {1e-3 * (1 + kind % 2), 1e-3};
            Limits limits = new Limits(kind == 5 ? 30 + number : 5000);
            engine = method.engine(new Tolerances(1e-6, absolute, new boolean[] {kind != 6, true}), limits);
        }

        private boolean isKuznetsov() {
            return kind < 2 || kind == 8;
        }

        /** Crossed now and then by the runs of kind 1, far away for those of kind 8. */
        private double threshold() {
            return kind == 1 ? 4e6 : 1;
        }

        /** The first rate of two. */
        private interface First {
            double rate(double t, double y0, double y1);
        }

        private static OdeSystem plain(First first) {
            return ReferenceProblem.system(
                    2,
                    (t, y, d) -> {
                        d[0] = first.rate(t, y[0], y[1]);
                        d[1] = 0.01 * y[0];
                    },
                    (t, y, j) -> {},
                    (t, y, d) -> {});
        }

        private static OdeSystem kuznetsov(double p, double s) {
            return autonomous(
                    2,
                    (t, y, d) -> {
                        d[0] = s + p * y[0] * y[1] / (2.019e7 + y[1]) - 3.422e-10 * y[0] * y[1] - 0.0412 * y[0];
                        d[1] = 0.18 * y[1] * (1 - 2e-9 * y[1]) - 1.101e-7 * y[0] * y[1];
                    },
                    (t, y, j) -> {});
        }

        private static OdeSystem vanDerPol(double mu) {
            return autonomous(
                    2,
                    (t, y, d) -> {
                        d[0] = y[1];
                        d[1] = mu * (1 - y[0] * y[0]) * y[1] - y[0];
                    },
                    (t, y, j) -> {
                        j[0][1] = 1;
                        j[1][0] = -2 * mu * y[0] * y[1] - 1;
                        j[1][1] = mu * (1 - y[0] * y[0]);
                    });
        }

        @Override
        public Engine engine() {
            return engine;
        }

        @Override
        public Optional<Leg> next() {
            if (!(from < 100)) {
                return Optional.empty();
            }
            double length = random.nextInt(4) == 0 ? 0 : 30 * random.nextDouble();
            Guards guards = switch (kind) {
                case 1, 8 -> new Guards(new Above(1, threshold()), side);
                case 5 -> EngineUnderTest.guards(side, (t, s) -> s[0] - 1 + t / 50);
                default -> Guards.NONE;
            };
            return Optional.of(new Leg(system, y, new Span(from, from + length), guards, new Listener(from)));
        }

        /** Looks at the steps that end at the time it waits for or later. */
        private final class Listener implements StepListener {
            private double due;

            Listener(double start) {
                due = start + patience;
            }

            @Override
            public double due() {
                return due;
            }

            @Override
            public void step(double begin, double end, Interpolant within) {
                told++;
                if (end < due) {
                    return;
                }
                due = end + patience;
                within.at(begin + 0.3 * (end - begin), middle);
                steps = 31 * steps + Arrays.hashCode(new double[] {begin, end, middle[0], middle[1]});
                if (within.polynomial(number % 2, begin, end, polynomial)) {
                    steps = 31 * steps + Arrays.hashCode(polynomial);
                }
            }
        }

        @Override
        public void ended(Ending ending) {
            log.add(ending + " at " + y[0] + " " + y[1] + " by " + steps + " " + engine.statistics());
            if (ending instanceof Ending.Stopped) {
                side.flip(0);
            }
            from = ending instanceof Ending.Failed ? Double.NaN : Math.nextUp(ending.time());
            y[1] += random.nextDouble();
        }
    }
}
