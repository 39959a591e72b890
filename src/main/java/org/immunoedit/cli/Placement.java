package org.immunoedit.cli;

import java.util.List;
import java.util.Optional;
import org.immunoedit.model.Equations;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sim.Experiment.Start;
import org.immunoedit.sim.Programs;

/** Where the coordinates of a point go in one experiment; those of therapies go elsewhere. */
final class Placement {
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
            places[j] = switch (targets.get(j).kind()) {
                case PARAMETER -> equations.slot(name).orElse(-1);
                case INITIAL -> states.indexOf(name);
                case THERAPY -> 0;
            };
            if (places[j] < 0) {
                return Optional.empty();
            }
        }
        boolean[] signed = new boolean[states.size()];
        for (int i = 0; i < signed.length; i++) {
            signed[i] = equations.states().get(i).signed();
        }
        return Optional.of(new Placement(new StartingPoint(experiment, programs.frozen()), targets, places, signed));
    }

    double[] slots(double[] coordinates) {
        double[] slots = point.slots();
        for (int j = 0; j < places.length; j++) {
            if (targets.get(j).kind() == Target.Kind.PARAMETER) {
                slots[places[j]] = targets.get(j).value(coordinates[j]);
            }
        }
        return slots;
    }

    double[] states(double[] coordinates, double[] slots) {
        double[] states = point.states(slots);
        for (int j = 0; j < places.length; j++) {
            if (targets.get(j).kind() == Target.Kind.INITIAL) {
                states[places[j]] = targets.get(j).value(coordinates[j]);
            }
        }
        return states;
    }

    Start start(double[] states, double[] slots) {
        return point.start(states, slots);
    }

    /** The states of the experiment without any change. */
    double[] usualStates() {
        return point.states(point.slots());
    }

    /** Whether the equations are the same from these values: a varied 0 may take a state out. */
    boolean isGood(double[] states) {
        for (int i = 0; i < states.length; i++) {
            if (!Double.isFinite(states[i]) || !signed[i] && !(states[i] >= 0)) {
                return false;
            }
        }
        for (int j = 0; j < places.length; j++) {
            if (targets.get(j).kind() == Target.Kind.INITIAL && states[places[j]] == 0) {
                return false;
            }
        }
        return true;
    }
}
