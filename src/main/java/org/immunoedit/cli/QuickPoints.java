package org.immunoedit.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
    private final Placement own;
    private final Optional<Placement> leading;
    private final double[] usual;

    private QuickPoints(SweepScenario scenario, Placement own, Optional<Placement> leading) {
        this.scenario = scenario;
        this.base = scenario.base();
        this.own = own;
        this.leading = leading;
        usual = own.point.states(own.point.slots());
    }

    /**
     * Where a coordinate goes.
     *
     * @param times a unit's factor
     * @param over another one
     */
    private record Target(String name, boolean initial, double times, double over) {
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
        Ready ready = scenario.base().ready();
        Optional<Placement> own = Placement.of(ready.experiment(), ready.programs(), targets);
        Optional<Placement> leading =
                ready.runIn().flatMap(lead -> Placement.of(lead.experiment(), lead.programs(), targets));
        if (own.isEmpty() || leading.isPresent() != ready.runIn().isPresent()) {
            return scenario::prepare;
        }
        QuickPoints quick = new QuickPoints(scenario, own.get(), leading);
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
        return target(name, initial, variation.unit(), unit);
    }

    /** Converts as the reading of a scenario does: by whichever of two factors is above 1. */
    private static Optional<Target> target(String name, boolean initial, String from, String to) {
        if (from.isEmpty()) {
            return Optional.of(new Target(name, initial, 1, 1));
        }
        Optional<Unit> given = Unit.parse(from, Place.startOf("unit"), new Problems());
        Optional<Unit> declared = Unit.parse(to, Place.startOf("unit"), new Problems());
        if (given.isEmpty() || declared.isEmpty() || !given.get().sameDimension(declared.get())) {
            return Optional.empty();
        }
        double factor = given.get().factorTo(declared.get());
        return Optional.of(
                factor >= 1
                        ? new Target(name, initial, factor, 1)
                        : new Target(name, initial, 1, declared.get().factorTo(given.get())));
    }

    @Override
    public Prepared prepare(double[] coordinates) throws IOException {
        Optional<Assembly> assembly = assembly(coordinates);
        return assembly.isPresent() ? new Prepared(assembly, List.of()) : scenario.prepare(coordinates);
    }

    private Optional<Assembly> assembly(double[] coordinates) {
        Ready ready = base.ready();
        double[] slots = own.slots(coordinates);
        double[] states = own.states(coordinates, slots);
        if (!own.isGood(states)) {
            return Optional.empty();
        }
        Tolerances tolerances = Arrays.equals(states, usual)
                ? ready.experiment().tolerances()
                : ready.scaling().from(states);
        Experiment experiment = ready.experiment().from(own.start(states, slots), tolerances);
        if (ready.runIn().isEmpty()) {
            return Optional.of(with(experiment, Optional.empty()));
        }
        Placement before = leading.orElseThrow();
        double[] leadSlots = before.slots(coordinates);
        double[] leadStates = before.states(coordinates, leadSlots);
        if (!before.isGood(leadStates)) {
            return Optional.empty();
        }
        RunIn lead = ready.runIn().get();
        Experiment first = lead.experiment().from(before.start(leadStates, leadSlots), tolerances);
        return Optional.of(with(experiment, Optional.of(new RunIn(first, lead.programs(), lead.every(), lead.keep()))));
    }

    private Assembly with(Experiment experiment, Optional<RunIn> runIn) {
        Ready ready = base.ready();
        return new Assembly(
                new Ready(experiment, ready.programs(), ready.method(), runIn, ready.scaling()),
                base.judgement(),
                base.zero());
    }

    /** Where the coordinates go in one experiment. */
    private static final class Placement {
        private final StartingPoint point;
        private final List<Target> targets;
        private final int[] places;
        private final boolean[] signed;

        private Placement(StartingPoint point, List<Target> targets, int[] places, boolean[] signed) {
            this.point = point;
            this.targets = targets;
            this.places = places;
            this.signed = signed;
        }

        /** Empty when the experiment lacks what is varied. */
        static Optional<Placement> of(Experiment experiment, Programs programs, List<Target> targets) {
            Equations equations = experiment.equations();
            List<String> states =
                    equations.states().stream().map(Equations.State::name).toList();
            int[] places = new int[targets.size()];
            for (int j = 0; j < places.length; j++) {
                String name = targets.get(j).name();
                places[j] = targets.get(j).initial()
                        ? states.indexOf(name)
                        : equations.slot(name).orElse(-1);
                if (places[j] < 0) {
                    return Optional.empty();
                }
            }
            boolean[] signed = new boolean[states.size()];
            for (int i = 0; i < signed.length; i++) {
                signed[i] = equations.states().get(i).signed();
            }
            return Optional.of(
                    new Placement(new StartingPoint(experiment, programs.frozen()), targets, places, signed));
        }

        double[] slots(double[] coordinates) {
            double[] slots = point.slots();
            for (int j = 0; j < places.length; j++) {
                if (!targets.get(j).initial()) {
                    slots[places[j]] = targets.get(j).value(coordinates[j]);
                }
            }
            return slots;
        }

        double[] states(double[] coordinates, double[] slots) {
            double[] states = point.states(slots);
            for (int j = 0; j < places.length; j++) {
                if (targets.get(j).initial()) {
                    states[places[j]] = targets.get(j).value(coordinates[j]);
                }
            }
            return states;
        }

        Start start(double[] states, double[] slots) {
            return point.start(states, slots);
        }

        /** Whether the equations are the same from these values: a varied 0 may take a state out. */
        boolean isGood(double[] states) {
            for (int i = 0; i < states.length; i++) {
                if (!Double.isFinite(states[i]) || !signed[i] && !(states[i] >= 0)) {
                    return false;
                }
            }
            for (int j = 0; j < places.length; j++) {
                if (targets.get(j).initial() && states[places[j]] == 0) {
                    return false;
                }
            }
            return true;
        }
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
