package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.immunoedit.io.Moved;
import org.immunoedit.outcome.Criteria;
import org.immunoedit.outcome.Criteria.Bounds;
import org.immunoedit.outcome.Judge;
import org.immunoedit.outcome.Phase;
import org.immunoedit.outcome.Shortened;
import org.immunoedit.sim.Horizon;
import org.immunoedit.sim.Observer;

/** Judges that watch the same run as its own judge, by definitions that are moved. For one run. */
final class OtherJudges {
    private final List<Judge> judges = new ArrayList<>();
    private final List<Observer> observers = new ArrayList<>();

    /** @param moved what is moved, one judge for each */
    OtherJudges(List<Moved> moved, Judgement judgement, Horizon horizon) {
        for (Moved move : moved) {
            Judge.Shape shape = new Judge.Shape(judgement.shape().states(), OptionalDouble.empty());
            Judge judge = new Judgement(criteria(move, judgement.criteria()), judgement.watched(), shape).judge();
            judges.add(judge);
            double end = horizon.start() + move.factor() * (horizon.end() - horizon.start());
            observers.add(move.what() == Moved.Definition.HORIZON ? new Shortened(judge, end) : judge);
        }
    }

    /** What has to watch the run. */
    List<Observer> observers() {
        return observers;
    }

    /** The phases of a run that has ended well, in the order of what is moved. */
    List<Phase> phases() {
        return judges.stream().map(Judge::phase).toList();
    }

    /** Whether a definition can be moved: it is there, and stays on its side of the others. */
    static boolean isPossible(Moved move, Criteria criteria) {
        Bounds bounds = criteria.bounds();
        return switch (move.what()) {
            case ELIMINATED_BELOW ->
                bounds.eliminatedBelow().isPresent()
                        && move.factor() * bounds.eliminatedBelow().getAsDouble()
                                < bounds.escapedAbove().orElse(Double.POSITIVE_INFINITY);
            case ESCAPED_ABOVE ->
                bounds.escapedAbove().isPresent()
                        && move.factor() * bounds.escapedAbove().getAsDouble()
                                > bounds.eliminatedBelow().orElse(0);
            case HORIZON -> true;
        };
    }

    private static Criteria criteria(Moved move, Criteria criteria) {
        Bounds bounds = criteria.bounds();
        return switch (move.what()) {
            case ELIMINATED_BELOW ->
                with(criteria, new Bounds(times(move, bounds.eliminatedBelow()), bounds.escapedAbove()));
            case ESCAPED_ABOVE ->
                with(criteria, new Bounds(bounds.eliminatedBelow(), times(move, bounds.escapedAbove())));
            case HORIZON -> criteria;
        };
    }

    private static OptionalDouble times(Moved move, OptionalDouble bound) {
        return bound.isPresent() ? OptionalDouble.of(move.factor() * bound.getAsDouble()) : bound;
    }

    private static Criteria with(Criteria criteria, Bounds bounds) {
        return new Criteria(
                criteria.version(),
                criteria.tumor(),
                criteria.tumorUnit(),
                criteria.timeUnit(),
                bounds,
                criteria.steadiness(),
                criteria.relapse(),
                criteria.imaging(),
                criteria.watch());
    }
}
