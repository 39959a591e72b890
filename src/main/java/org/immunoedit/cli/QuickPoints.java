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
import org.immunoedit.ode.Tolerances;
import org.immunoedit.protocol.Regimen;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sim.Programs;
import org.immunoedit.sweep.Variation;

/**
 * Points that differ in numbers of parameters, initial values, therapies and the patient only: they take everything but
 * these numbers from the first point; doses are planned anew from therapies that are read anew. A point that may differ
 * in more (an initial value of 0, which may take a state out, or one that is refused) is prepared as any other.
 */
final class QuickPoints implements SweepTables.Points {
    private final SweepScenario scenario;
    private final Assembly base;
    private final Placement own;
    private final Optional<Placement> leading;
    /** How the doses of each point are planned; absent when they are the same at all points. */
    private final Optional<Dosing> dosing;

    private final double[] usual;

    private QuickPoints(SweepScenario scenario, Placement own, Optional<Placement> leading, Optional<Dosing> dosing) {
        this.scenario = scenario;
        this.base = scenario.base();
        this.own = own;
        this.leading = leading;
        this.dosing = dosing;
        usual = own.usualStates();
    }

    /** The quick way where it is one and proves right at the values that were tried, else the long one. */
    static SweepTables.Points of(SweepScenario scenario) throws IOException {
        Assembly base = scenario.base();
        List<Target> targets = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Variation variation : scenario.plan().variations()) {
            Optional<Target> target =
                    Target.of(variation, base.ready().experiment().equations());
            if (target.isEmpty()
                    || !names.add(target.get().kind() + target.get().name())) {
                return scenario::prepare;
            }
            targets.add(target.get());
        }
        Ready ready = base.ready();
        Optional<Placement> own = Placement.of(ready.experiment(), ready.programs(), targets);
        Optional<Placement> leading =
                ready.runIn().flatMap(lead -> Placement.of(lead.experiment(), lead.programs(), targets));
        boolean redosed = targets.stream().anyMatch(target -> target.kind() == Target.Kind.DOSES);
        if (own.isEmpty()
                || leading.isPresent() != ready.runIn().isPresent()
                || redosed && base.dosing().filter(dosing -> !dosing.ruled()).isEmpty()) {
            return scenario::prepare;
        }
        QuickPoints quick = new QuickPoints(scenario, own.get(), leading, redosed ? base.dosing() : Optional.empty());
        return quick.provesRight() ? quick : scenario::prepare;
    }

    @Override
    public Prepared prepare(double[] coordinates) throws IOException {
        Optional<Assembly> assembly = assembly(coordinates);
        return assembly.isPresent() ? new Prepared(assembly, List.of()) : scenario.prepare(coordinates);
    }

    private Optional<Assembly> assembly(double[] coordinates) throws IOException {
        Ready ready = base.ready();
        if (dosing.isEmpty()) {
            return assembly(coordinates, ready.experiment(), ready.scaling());
        }
        Optional<Regimen> regimen = scenario.prescription(coordinates).flatMap(dosing.get()::plan);
        return regimen.flatMap(r -> assembly(
                coordinates,
                ready.experiment().treatedBy(r.timeline()),
                ready.scaling().with(r.foreseeable())));
    }

    private Optional<Assembly> assembly(double[] coordinates, Experiment treated, Scaling scaling) {
        double[] slots = own.slots(coordinates);
        double[] states = own.states(coordinates, slots);
        if (!own.isGood(states)) {
            return Optional.empty();
        }
        boolean asUsual = dosing.isEmpty() && Arrays.equals(states, usual);
        Tolerances tolerances = asUsual ? treated.tolerances() : scaling.from(states);
        Experiment experiment = treated.from(own.start(states, slots), tolerances);
        if (leading.isEmpty()) {
            return Optional.of(with(experiment, Optional.empty(), scaling));
        }
        Placement before = leading.get();
        double[] leadSlots = before.slots(coordinates);
        double[] leadStates = before.states(coordinates, leadSlots);
        if (!before.isGood(leadStates)) {
            return Optional.empty();
        }
        RunIn lead = base.ready().runIn().orElseThrow();
        Experiment first = lead.experiment().from(before.start(leadStates, leadSlots), tolerances);
        RunIn moved = new RunIn(first, lead.programs(), lead.every(), lead.keep());
        return Optional.of(with(experiment, Optional.of(moved), scaling));
    }

    private Assembly with(Experiment experiment, Optional<RunIn> runIn, Scaling scaling) {
        Ready ready = base.ready();
        return new Assembly(
                new Ready(experiment, ready.programs(), ready.method(), runIn, scaling),
                base.judgement(),
                base.zero(),
                base.dosing());
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
                && quick.method().equals(slow.method())
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
