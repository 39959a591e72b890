package org.immunoedit.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immunoedit.model.Equations;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sim.Experiment.Start;
import org.immunoedit.sim.Programs;

/** Where the coordinates of a point go in one experiment; those that doses follow from go elsewhere. */
final class Placement {
    private final StartingPoint point;
    private final List<Target> targets;
    /** Of each target its slots or its state. */
    private final int[][] places;

    private final boolean[] signed;

    private Placement(StartingPoint point, List<Target> targets, int[][] places, boolean[] signed) {
        this.point = point;
        this.targets = targets;
        this.places = places;
        this.signed = signed;
    }

    /** Empty when the experiment lacks what is varied. */
    static Optional<Placement> of(Experiment experiment, Programs programs, List<Target> targets) {
        Equations equations = experiment.equations();
        int[][] places = new int[targets.size()][];
        Set<String> taken = new HashSet<>();
        for (int j = 0; j < places.length; j++) {
            Target target = targets.get(j);
            places[j] = target.places(equations);
            boolean goesHere = target.kind() != Target.Kind.DOSES;
            if (goesHere && places[j].length == 0 || !areFree(places[j], target.kind(), taken)) {
                return Optional.empty();
            }
        }
        boolean[] signed = new boolean[equations.states().size()];
        for (int i = 0; i < signed.length; i++) {
            signed[i] = equations.states().get(i).signed();
        }
        return Optional.of(new Placement(new StartingPoint(experiment, programs.frozen()), targets, places, signed));
    }

    /** Takes places; a member of a family that varies itself, too, has its own value. */
    private static boolean areFree(int[] places, Target.Kind kind, Set<String> taken) {
        boolean free = true;
        for (int place : places) {
            free &= taken.add(kind + " " + place);
        }
        return free;
    }

    double[] slots(double[] coordinates) {
        double[] slots = point.slots();
        place(Target.Kind.PARAMETER, coordinates, slots);
        return slots;
    }

    private void place(Target.Kind kind, double[] coordinates, double[] into) {
        for (int j = 0; j < places.length; j++) {
            if (targets.get(j).kind() == kind) {
                double value = targets.get(j).value(coordinates[j]);
                for (int place : places[j]) {
                    into[place] = value;
                }
            }
        }
    }

    double[] states(double[] coordinates, double[] slots) {
        double[] states = point.states(slots);
        place(Target.Kind.INITIAL, coordinates, states);
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
            if (targets.get(j).kind() == Target.Kind.INITIAL && states[places[j][0]] == 0) {
                return false;
            }
        }
        return true;
    }
}
