package org.immunoedit.engine;

import java.util.Optional;
import org.immunoedit.engine.MarchingEngine.Gear;
import org.immunoedit.ode.Ending;
import org.immunoedit.ode.Passage;
import org.immunoedit.ode.Passage.Leg;

/**
 * A run and the lane it travels in. In the lane it takes plain steps, accepted ones and ones refused for their error,
 * and the last step of a stretch. The first one and all that is special it does alone, after it has left; the step at
 * hand is then tried again, with the same result.
 */
final class LaneRun {
    /** More are not to be expected; with it marches can be counted. */
    private static final long MOST_TRIES = Long.MAX_VALUE / 2;

    /** Steps alone after it has left its lane before it enters again: what made it leave may last. */
    private static final int ALONE = 8;

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
    /** March of the first step that was not told. */
    private long untold;
    /** Bits of the marches since in which its step was refused. */
    private int skipped;
    /** How the stretch has ended in the lane, null when the run left before. */
    private Ending ending;
    /** March in which it entered. */
    private long entered;
    /** Steps refused since. */
    private long refused;
    /** March in which too many steps were tried. */
    private long tries;
    /** Steps that its choice lets pass from the last look on to the next. */
    private int calm;
    /** March of the next look. */
    private long look;

    /** What comes of a step. */
    enum Outcome {
        /** It is accepted. */
        MOVES_ON,
        /** It is refused; a smaller one is tried. */
        STAYS,
        /** The stretch ends with it, or the run goes on alone from its start. */
        LEAVES
    }

    /** @param lane its place */
    LaneRun(LaneSteps steps, int lane) {
        this.steps = steps;
        this.lane = lane;
        clock = steps.clock();
        record = new LaneRecord(steps);
    }

    /** Its lane has got another place, where no step is kept. */
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

    /** Goes on from where it left its lane to where it enters the lane again; false if the run is over before. */
    boolean returns() {
        if (entersAfter(ALONE)) {
            return true;
        }
        passage.ended(ending);
        return goesOn();
    }

    /** Leaves the lane and goes to the end of the run alone. */
    void finishes() {
        leaves();
        passage.ended(engine.march());
        passage.finish();
    }

    private boolean goesOn() {
        for (Optional<Leg> next = passage.next(); next.isPresent(); next = passage.next()) {
            leg = next.get();
            ending = engine.open(leg.system(), leg.y(), leg.span(), leg.guards(), leg.listener());
            if (entersAfter(0)) {
                return true;
            }
            passage.ended(ending);
        }
        return false;
    }

    /** Takes so many steps alone and more, until the run enters its lane; false if the leg is over before. */
    private boolean entersAfter(int least) {
        for (int count = 0; ending == null; count++) {
            if (count >= least && enters()) {
                return true;
            }
            ending = engine.step();
        }
        return false;
    }

    private boolean enters() {
        if (!(gear.choice().stepper() instanceof PairStepper explicit)
                || !explicit.hasStepBehind()
                || explicit.pair() != steps.pair()
                || !gear.crossings().mayBeExcluded()
                || !LaneClock.isPlain(engine.size(), engine.since(), leg.span().length())
                || !steps.enter(lane, leg.system(), leg.guards(), gear.tolerances())) {
            return false;
        }
        pair = explicit;
        clock.enter(lane, leg.span().start(), leg.span().length(), engine.time(), engine.size());
        clock.control().follow(lane, gear.control());
        pair.enter(steps.slot(), lane, engine.since(), engine.size());
        untold = steps.marches();
        skipped = 0;
        entered = steps.marches();
        refused = 0;
        tries = entered
                + Math.min(MOST_TRIES, gear.limits().maxSteps() - gear.counter().attempts());
        looked(entered);
        return true;
    }

    /** Nothing is to be reconsidered before this march. */
    private void looked(long march) {
        calm = gear.choice().calm();
        look = march + calm;
        steps.lookFrom(lane, Math.min(look, tries));
    }

    /** Draws its conclusions from a step that is not plain, before lanes move on. */
    Outcome concludes() {
        boolean mayTry = steps.marches() < tries;
        if (mayTry && isAccepted(false) && passes()) {
            return Outcome.MOVES_ON;
        }
        if (mayTry && isRefused()) {
            refused++;
            skipped |= 1 << steps.marches();
            look++;
            steps.lookFrom(lane, Math.min(look, tries));
            return Outcome.STAYS;
        }
        if (mayTry && isLast() && isAccepted(true)) {
            arrives();
        } else {
            leaves();
        }
        return Outcome.LEAVES;
    }

    private boolean passes() {
        if (steps.marches() < look) {
            return true;
        }
        if (!gear.choice().passes(steps, lane)) {
            return false;
        }
        looked(steps.marches() + 1);
        return true;
    }

    /** Whether a step is accepted that does not look plain. */
    private boolean isAccepted(boolean last) {
        double to = last ? engine.end() : clock.to(lane);
        return (last || isPlain(steps.slot().size()[lane]))
                && steps.errors().error(lane) <= 1
                && to > clock.time(lane)
                && steps.errors().isAboveFloors(lane)
                && isClear(to);
    }

    private boolean isPlain(double size) {
        return LaneClock.isPlain(size, steps.slot().since()[lane], clock.length(lane));
    }

    /** Whether a step is the last one of its stretch, and ends with it. */
    private boolean isLast() {
        return steps.slot().size()[lane] == clock.length(lane) - steps.slot().since()[lane];
    }

    private boolean isClear(double to) {
        if (steps.guards().isClear(lane)) {
            return true;
        }
        LaneSlot slot = steps.slot();
        pair.hold(slot, lane);
        gear.trial().show(pair, slot.since()[lane], slot.size()[lane]);
        gear.trial().endsAt(to);
        gear.crossings().pass();
        double crossing = gear.crossings().first(clock.time(lane), to, gear.trial());
        return crossing != crossing;
    }

    /** Whether a step is refused for an error above 1, and for nothing else. */
    private boolean isRefused() {
        double error = steps.errors().error(lane);
        double size = steps.slot().size()[lane];
        return error > 1
                && error < Double.POSITIVE_INFINITY
                && (isLast() || isPlain(size))
                && isPlain(clock.control().smaller(size, error));
    }

    /** Ends the stretch in its lane, with the step tried last. */
    private void arrives() {
        tell();
        LaneSlot slot = steps.slot();
        double size = slot.size()[lane];
        record.show(slot, slot.next(), lane);
        gear.trial().show(record, slot.since()[lane], size);
        gear.trial().endsAt(engine.end());
        tell(gear.trial());
        count(1);
        steps.vacate();
        double proposal = clock.control().proposal(lane, size, steps.errors().error(lane));
        ending = engine.arrive(record, Math.max(clock.wish(lane), proposal));
    }

    /** Leaves the lane where it stands. */
    void leaves() {
        tell();
        count(0);
        steps.vacate();
        LaneSlot slot = steps.slot();
        pair.leave(slot, lane, clock.time(lane));
        clock.control().lead(lane, gear.control());
        engine.stand(pair, clock.time(lane), slot.since()[lane], clock.wish(lane));
        ending = null;
    }

    /** Counts steps, with so many more that were accepted. */
    private void count(int more) {
        long tried = steps.marches() - entered + more;
        gear.choice().passed(calm - (look - steps.marches()));
        gear.counter().accepted(pair.tally(), tried - refused);
        gear.counter().rejected += refused;
        gear.counter().rates += PairStepper.RATES * tried;
    }

    /** Tells the steps taken since it told the last ones. */
    void tell() {
        long now = steps.marches();
        long march = clock.time(lane) < leg.listener().due() ? now : taken(untold, now);
        while (march < now) {
            long next = taken(march + 1, now);
            LaneSlot slot = steps.slot(march);
            record.show(slot, steps.slot(next), lane);
            gear.trial().show(record, slot.since()[lane], slot.size()[lane]);
            tell(gear.trial());
            march = next;
        }
        untold = now;
        skipped = 0;
    }

    private void tell(Trial step) {
        if (!(step.to() < leg.listener().due())) {
            leg.listener().step(step.from(), step.to(), step);
        }
    }

    /** This march or the first one after it in which its step was taken, or the one at hand. */
    private long taken(long from, long now) {
        long march = from;
        while (march < now && (skipped >>> march & 1) != 0) {
            march++;
        }
        return march;
    }
}
