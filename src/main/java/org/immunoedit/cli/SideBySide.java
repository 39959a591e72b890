package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.cli.PointRun.Result;
import org.immunoedit.cli.PointRun.Waiting;
import org.immunoedit.cli.Preparation.Ready;
import org.immunoedit.ode.Ending;
import org.immunoedit.ode.Engine;
import org.immunoedit.ode.LaneMethod;
import org.immunoedit.ode.LaneSystem;
import org.immunoedit.ode.Passage;
import org.immunoedit.ode.Program;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sim.Rules;

/**
 * The runs of some points: side by side in lanes where these are for them, the others one by one. Every run has the
 * result, to the last bit, that it has alone. Used once, by one thread.
 */
final class SideBySide {
    /**
     * Rows of a sweep from which lanes are worth their start: to compile their loops takes about half a second, and
     * each row of a model of two states is about 13 µs cheaper.
     */
    static final long WORTH_IT = 50_000;

    /** Lanes. */
    static final int WIDTH = 96;
    /** States up to which lanes were seen to gain; 17 take as much as alone or more. */
    private static final int MOST_STATES = 14;
    /** Dose instants up to which lanes were seen to gain: each starts a stretch, which a run does alone. */
    private static final int MOST_INSTANTS = 104;

    private final boolean lanes;
    private final List<Result> results = new ArrayList<>();
    private final Map<Kind, List<Place>> waiting = new LinkedHashMap<>();

    /** What runs in the same lanes have in common. */
    private record Kind(Program program, LaneMethod method) {}

    /** A point and where its result belongs. */
    private record Place(int index, PointRun point) {}

    /** @param lanes whether any run is to travel in a lane */
    SideBySide(boolean lanes) {
        this.lanes = lanes;
    }

    /** Adds a point that cannot run. */
    void add(Result refused) {
        results.add(refused);
    }

    /** Adds a point; it may run at once. */
    void add(PointRun point) {
        Ready ready = point.assembly().ready();
        if (!(ready.method() instanceof LaneMethod method) || !isSmooth(ready)) {
            results.add(point.run());
            return;
        }
        Kind kind = new Kind(ready.programs().frozen(), method);
        waiting.computeIfAbsent(kind, any -> new ArrayList<>()).add(new Place(results.size(), point));
        results.add(null);
    }

    private boolean isSmooth(Ready ready) {
        Experiment experiment = ready.experiment();
        return lanes
                && ready.runIn().isEmpty()
                && experiment.rules().equals(Rules.NONE)
                && experiment.tolerances().dimension() <= MOST_STATES
                && experiment.timeline().instants().size() <= MOST_INSTANTS;
    }

    /** Results in the order of the points, once all are added. */
    List<Result> results() {
        waiting.forEach((kind, places) -> {
            Optional<LaneSystem> memory = kind.program().lanes(WIDTH);
            if (memory.isPresent()) {
                kind.method().run(memory.get(), inTurn(places));
            } else {
                places.forEach(place -> results.set(place.index(), place.point().run()));
            }
        });
        waiting.clear();
        return results;
    }

    /** Each run is made when its turn comes: those under way then fit next to the processor. */
    private Iterator<Noted> inTurn(List<Place> places) {
        Iterator<Place> next = places.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return next.hasNext();
            }

            @Override
            public Noted next() {
                return new Noted(next.next());
            }
        };
    }

    /** A run whose result is noted as soon as it is over. */
    private final class Noted implements Passage {
        private final int index;
        private final Waiting run;

        Noted(Place place) {
            index = place.index();
            run = place.point().waiting();
        }

        @Override
        public Engine engine() {
            return run.run().simulation().engine();
        }

        @Override
        public Optional<Leg> next() {
            Optional<Leg> leg = run.run().simulation().next();
            if (leg.isEmpty()) {
                results.set(index, run.result());
            }
            return leg;
        }

        @Override
        public void ended(Ending ending) {
            run.run().simulation().ended(ending);
        }
    }
}
