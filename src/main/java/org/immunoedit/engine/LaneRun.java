package org.immunoedit.engine;

import java.util.Optional;
import org.immunoedit.engine.MarchingEngine.Gear;
import org.immunoedit.ode.Ending;
import org.immunoedit.ode.Passage;
import org.immunoedit.ode.Passage.Leg;

/**
 * A run and the lane it travels in. In the lane it takes plain steps only: accepted ones, and ones refused for their
 * error. The first step of a stretch, the last one, and all that is special it does alone, after it has left; the step
 * at hand is then tried again, with the same result.
 */
final class LaneRun {
    private final LaneSteps steps;
    private final LaneClock clock;
    private final LaneRecord record;
    private int lane;
    private Passage passage;
    private MarchingEngine engine;
    private Gear gear;
    private Leg leg;
    /** The stepper that stands for the lane when the run is alone. */
    private PairStepper pair;
    /** Time up to which steps were told. */
    private double told;
    /** Steps that may still be tried. */
    private long tries;

    /** What comes of a step. */
    enum Outcome {
        /** It is accepted. */
        MOVES_ON,
        /** It is refused; a smaller one is tried. */
        STAYS,
        /** The run goes on alone from the start of this step. */
        LEAVES
    }

    /** @param lane its place */
    LaneRun(LaneSteps steps, int lane) {
        this.steps = steps;
        this.lane = lane;
        clock = steps.clock();
        record = new LaneRecord(steps.pair(), steps.dimension());
    }

    /** Its lane has got another place. */
    void moved(int to) {
        lane = to;
    }

    /**
     * Takes a run and goes with it to where it enters the lane.
     *
     * @return false if the run is over before
     */
    boolean starts(Passage next) {
        passage = next;
        if (next.engine() instanceof MarchingEngine marching) {
            engine = marching;
            gear = marching.gear();
            return goesOn();
        }
        next.finish();
        return false;
    }

    /** Ends the leg alone, then goes to where the run enters the lane again; false if the run is over before. */
    boolean finishesLeg() {
        passage.ended(engine.march());
        return goesOn();
    }

    private boolean goesOn() {
        for (Optional<Leg> next = passage.next(); next.isPresent(); next = passage.next()) {
            leg = next.get();
            Ending ending = engine.open(leg.system(), leg.y(), leg.span(), leg.guards(), leg.listener());
            while (ending == null && !hasStepBehind()) {
                ending = engine.step();
            }
            if (ending == null && enters()) {
                return true;
            }
            passage.ended(ending == null ? engine.march() : ending);
        }
        return false;
    }

    /** Whether the lane may take the next step, as far as those behind are concerned; true if it never may. */
    private boolean hasStepBehind() {
        return gear.choice().pair().map(PairStepper::hasStepBehind).orElse(true);
    }

    private boolean enters() {
        Optional<PairStepper> explicit = gear.choice().pair();
        if (explicit.isEmpty()
                || explicit.get().pair() != steps.pair()
                || !gear.crossings().mayBeExcluded()
                || !LaneClock.isPlain(engine.size(), engine.since(), leg.span().length())
                || !steps.enter(lane, leg.system(), leg.guards(), gear.tolerances())) {
            return false;
        }
        pair = explicit.get();
        clock.enter(lane, leg.span().start(), leg.span().length());
        clock.follow(lane, gear.control());
        pair.enter(steps, lane, engine.since(), engine.size());
        told = clock.time(lane);
        tries = gear.limits().maxSteps() - gear.counter().attempts();
        return true;
    }

    /** Draws its conclusions from the step tried last, before lanes move on. */
    Outcome concludes() {
        if (steps.isPlain(lane) ? tries > 0 && gear.choice().passes(steps, lane) : isAccepted()) {
            if (record.isFull()) {
                tell();
            }
            record.add(steps, lane);
            tries--;
            return Outcome.MOVES_ON;
        }
        if (isRefused()) {
            return Outcome.STAYS;
        }
        leaves();
        return Outcome.LEAVES;
    }

    /** Whether a step is accepted that does not look plain. */
    private boolean isAccepted() {
        return tries > 0
                && clock.isPlain(lane, clock.size(lane))
                && steps.errors().error(lane) <= 1
                && clock.to(lane) > clock.time(lane)
                && steps.errors().isAboveFloors(lane)
                && isClear()
                && gear.choice().passes(steps, lane);
    }

    private boolean isClear() {
        if (steps.guards().isClear(lane)) {
            return true;
        }
        pair.hold(steps, lane);
        gear.trial().show(pair, clock.since(lane), clock.size(lane));
        gear.crossings().pass();
        double crossing = gear.crossings().first(clock.time(lane), clock.to(lane), gear.trial());
        return crossing != crossing;
    }

    /** Whether a step is refused for an error above 1, and for nothing else. */
    private boolean isRefused() {
        double error = steps.errors().error(lane);
        boolean plain = tries > 0
                && error > 1
                && error < Double.POSITIVE_INFINITY
                && clock.isPlain(lane, clock.size(lane))
                && clock.isPlain(lane, clock.smaller(lane, error));
        if (plain) {
            tries--;
            gear.counter().rejected++;
            gear.counter().rates += PairStepper.RATES;
        }
        return plain;
    }

    /** Leaves the lane where it stands. */
    void leaves() {
        tell();
        steps.vacate();
        pair.leave(steps, lane);
        clock.lead(lane, gear.control());
        engine.stand(pair, clock.time(lane), clock.since(lane), clock.size(lane));
    }

    /** Tells the steps of the record, and forgets them. */
    private void tell() {
        record.end(steps, lane);
        for (int i = 0; i < record.steps(); i++) {
            record.show(i);
            gear.trial().show(record, record.since(i), record.size(i));
            leg.listener().step(told, gear.trial().to(), gear.trial());
            told = gear.trial().to();
        }
        gear.counter().accepted(pair.tally(), record.steps());
        gear.counter().rates += (long) PairStepper.RATES * record.steps();
        record.clear();
    }
}
