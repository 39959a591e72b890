package org.immunoedit.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.immunoedit.cli.Preparation.Ready;
import org.immunoedit.cli.SweepScenario.Prepared;
import org.immunoedit.model.Equations;
import org.immunoedit.ode.Tolerances;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sim.Experiment.Start;
import org.immunoedit.sim.Programs;
import org.immunoedit.sweep.Spread;
import org.immunoedit.sweep.Variation;
import org.immunoedit.unit.Unit;

/**
 * Points that differ in parameters and initial values only: they take everything but these numbers from the first
 * point. A point that may differ in more (an initial value of 0, which may take a state out, or one that is refused) is
 * prepared as any other.
 */
final class QuickPoints implements SweepTables.Points {
    private final SweepScenario scenario;
    private final Assembly base;
    private final List<Target> targets;

    private QuickPoints(SweepScenario scenario, List<Target> targets) {
        this.scenario = scenario;
        this.base = scenario.base();
        this.targets = targets;
    }

    /**
     * Where a coordinate goes.
     *
     * @param position of the parameter or state
     * @param times a unit's factor
     * @param over another one
     */
    private record Target(String name, boolean initial, int position, double times, double over) {
        double value(double coordinate) {
            return coordinate * times / over;
        }
    }

    /** The quick way where it is one and proves right at the values that were tried, else the long one. */
    static SweepTables.Points of(SweepScenario scenario) throws IOException {
        List<Target> targets = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Variation variation : scenario.plan().variations()) {
            Optional<Target> target =
                    target(variation, scenario.base().ready().experiment().equations());
            if (target.isEmpty()
                    || !names.add(target.get().initial() + target.get().name())) {
                return scenario::prepare;
            }
            targets.add(target.get());
        }
        QuickPoints quick = new QuickPoints(scenario, targets);
        return quick.provesRight() ? quick : scenario::prepare;
    }

    private static Optional<Target> target(Variation variation, Equations equations) {
        boolean initial = variation.path().startsWith("initial.");
        boolean parameter = variation.path().startsWith("parameters.");
        if (!initial && !parameter || variation.spread() instanceof Spread.Words) {
            return Optional.empty();
        }
        String name = variation.path().substring(variation.path().indexOf('.') + 1);
        List<String> states =
                equations.states().stream().map(Equations.State::name).toList();
        int position = initial ? states.indexOf(name) : equations.slot(name).orElse(-1);
        if (position < 0) {
            return Optional.empty();
        }
        String unit = initial
                ? equations.states().get(position).unit()
                : equations.parameters().get(position).unit();
        return target(name, initial, position, variation.unit(), unit);
    }

    /** Converts as the reading of a scenario does: by whichever of two factors is above 1. */
    private static Optional<Target> target(String name, boolean initial, int position, String from, String to) {
        if (from.isEmpty()) {
            return Optional.of(new Target(name, initial, position, 1, 1));
        }
        Optional<Unit> given = Unit.parse(from, Place.startOf("unit"), new Problems());
        Optional<Unit> declared = Unit.parse(to, Place.startOf("unit"), new Problems());
        if (given.isEmpty() || declared.isEmpty() || !given.get().sameDimension(declared.get())) {
            return Optional.empty();
        }
        double factor = given.get().factorTo(declared.get());
        return Optional.of(
                factor >= 1
                        ? new Target(name, initial, position, factor, 1)
                        : new Target(name, initial, position, 1, declared.get().factorTo(given.get())));
    }

    @Override
    public Prepared prepare(double[] coordinates) throws IOException {
        Optional<Assembly> assembly = assembly(coordinates);
        return assembly.isPresent() ? new Prepared(assembly, List.of()) : scenario.prepare(coordinates);
    }

    private Optional<Assembly> assembly(double[] coordinates) {
        Ready ready = base.ready();
        Optional<Start> start = start(ready.experiment(), ready.programs(), coordinates);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        double[] initial = start.get().states().stream().mapToDouble(v -> v).toArray();
        Tolerances tolerances = ready.scaling().from(initial);
        Experiment experiment = moved(ready.experiment(), tolerances, start.get());
        if (ready.runIn().isEmpty()) {
            return Optional.of(with(experiment, Optional.empty()));
        }
        RunIn lead = ready.runIn().get();
        Optional<Start> leadStart = start(lead.experiment(), lead.programs(), coordinates);
        return leadStart.map(s -> with(
                experiment,
                Optional.of(new RunIn(
                        moved(lead.experiment(), tolerances, s), lead.programs(), lead.every(), lead.keep()))));
    }

    private Assembly with(Experiment experiment, Optional<RunIn> runIn) {
        Ready ready = base.ready();
        return new Assembly(
                new Ready(experiment, ready.programs(), ready.method(), runIn, ready.scaling()),
                base.judgement(),
                base.zero());
    }

    private static Experiment moved(Experiment experiment, Tolerances tolerances, Start start) {
        return experiment.within(tolerances, experiment.limits()).from(start);
    }

    /** The start of a point; empty where its equations may be others. */
    private Optional<Start> start(Experiment experiment, Programs programs, double[] coordinates) {
        Equations equations = experiment.equations();
        double[] slots = PointRun.slots(experiment);
        for (int j = 0; j < coordinates.length; j++) {
            Target target = targets.get(j);
            if (!target.initial()) {
                OptionalInt slot = equations.slot(target.name());
                if (slot.isEmpty()) {
                    return Optional.empty();
                }
                slots[slot.getAsInt()] = target.value(coordinates[j]);
            }
        }
        double[] states = PointRun.initial(experiment, programs.frozen(), slots);
        for (int j = 0; j < coordinates.length; j++) {
            Target target = targets.get(j);
            if (target.initial()) {
                if (!equations.states().get(target.position()).name().equals(target.name())) {
                    return Optional.empty();
                }
                states[target.position()] = target.value(coordinates[j]);
                if (states[target.position()] == 0) {
                    return Optional.empty();
                }
            }
        }
        return isGood(equations, states) ? Optional.of(PointRun.start(equations, states, slots)) : Optional.empty();
    }

    private static boolean isGood(Equations equations, double[] states) {
        for (int i = 0; i < states.length; i++) {
            boolean population = !equations.states().get(i).signed();
            if (!Double.isFinite(states[i]) || population && !(states[i] >= 0)) {
                return false;
            }
        }
        return true;
    }

    /** Compares with the long way at the first point and where each name has its first and its last value. */
    private boolean provesRight() throws IOException {
        for (double[] point : scenario.tried()) {
            Optional<Assembly> quick = assembly(point);
            Optional<Assembly> slow = scenario.prepare(point).assembly();
            if (quick.isPresent()
                    && (slow.isEmpty() || !same(quick.get().ready(), slow.get().ready()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Ready quick, Ready slow) {
        boolean leads = quick.runIn().isPresent() == slow.runIn().isPresent();
        if (leads && quick.runIn().isPresent()) {
            RunIn a = quick.runIn().get();
            RunIn b = slow.runIn().get();
            leads = a.programs() == b.programs() && same(a.experiment(), b.experiment(), b.programs());
        }
        return leads
                && quick.programs() == slow.programs()
                && quick.method() == slow.method()
                && quick.experiment().timeline().equals(slow.experiment().timeline())
                && quick.experiment().horizon().equals(slow.experiment().horizon())
                && quick.experiment().rules().equals(slow.experiment().rules())
                && same(quick.experiment(), slow.experiment(), slow.programs());
    }

    private static boolean same(Experiment quick, Experiment slow, Programs programs) {
        Tolerances a = quick.tolerances();
        Tolerances b = slow.tolerances();
        boolean alike = a.dimension() == b.dimension() && a.relative() == b.relative();
        for (int i = 0; alike && i < a.dimension(); i++) {
            alike = a.absolute(i) == b.absolute(i) && a.floor(i) == b.floor(i);
        }
        return alike
                && quick.start()
                        .equals(PointRun.started(slow, programs.frozen()).start());
    }
}
