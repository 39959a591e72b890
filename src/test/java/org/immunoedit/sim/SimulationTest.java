package org.immunoedit.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.immunoedit.sim.RowSink.Side.AFTER;
import static org.immunoedit.sim.RowSink.Side.BEFORE;

import java.util.ArrayList;
import java.util.List;
import org.immunoedit.protocol.Clause.Act;
import org.immunoedit.protocol.Rule.Verb;
import org.immunoedit.protocol.Timeline.Dose;
import org.immunoedit.sim.Bench.Kind;
import org.immunoedit.sim.Bench.Run;
import org.immunoedit.sim.Report.Status;
import org.junit.jupiter.api.Test;

/** What a run does at one instant and in which order, and what it tells; the first state is the clock or stays. */
class SimulationTest {
    private static final Act STOP_X = new Act(Verb.STOP, "x", -1);
    private static final Act STOP_Z = new Act(Verb.STOP, "z", -1);

    private static List<Double> times(Run run) {
        return run.report().doses().stream().map(Dose::time).toList();
    }

    @Test
    void theObserverIsToldOfTheStateBeforeAnythingAndOfJumpsAsOne() {
        Run run = new Bench()
                .state("x", 1, "0")
                .doses("x", 10, 0, 2, 2)
                .event(Kind.USUAL, "e", "x > 20", "x = 3")
                .run();
        assertThat(run.told())
                .containsExactly(
                        "start 0.0 [1.0]",
                        "jump 0.0 [1.0] to [11.0]",
                        "stretch 0.0 [11.0]",
                        "jump 2.0 [11.0] to [3.0]",
                        "stretch 2.0 [3.0]",
                        "end 4.0 [3.0]");
        assertThat(run.happenings()).containsExactly("e at 2.0");
    }

    /** A rule at the instant of a dose sees the state before it and may leave it out; the event comes last. */
    @Test
    void rulesThenDosesThenEvents() {
        Run left = new Bench()
                .state("x", 1, "0")
                .doses("x", 10, 2, 1, 2)
                .rule("x < 5", false, List.of(2.0), STOP_X)
                .event(Kind.USUAL, "e", "x > 5", "x = 5")
                .run();
        assertThat(left.end()).containsExactly(1);
        assertThat(left.report().doses()).isEmpty();
        assertThat(left.report().decisions()).hasSize(1);
        assertThat(left.report().decisions().get(0).acts().get(0).doses()).isEqualTo(2);

        Run given = new Bench()
                .state("x", 1, "0")
                .doses("x", 10, 2, 1, 2)
                .rule("x > 5", false, List.of(2.0), STOP_X)
                .event(Kind.USUAL, "e", "x > 5", "x = 5")
                .run();
        assertThat(given.report().decisions()).isEmpty();
        assertThat(given.happenings()).containsExactly("e at 2.0", "e at 3.0");
    }

    @Test
    void aRuleAtTheStartAndOneAtTheEndAreAsked() {
        Bench early = new Bench().state("x", 1, "0").doses("x", 10, 0, 4, 2);
        assertThat(times(early.rule("x < 5", false, List.of(0.0), STOP_X).run()))
                .isEmpty();
        Bench late = new Bench().state("x", 1, "0").doses("x", 10, 0, 4, 2);
        Run run = late.rule("x > 5", false, List.of(4.0), STOP_X).run();
        assertThat(times(run)).containsExactly(0.0);
        assertThat(run.end()).containsExactly(11);
        assertThat(run.report().decisions().get(0).time()).isEqualTo(4);
    }

    /** Each act counts its own doses: two of x are left out, and two of z. */
    @Test
    void actsOfOneRuleCountTheirOwnDoses() {
        Run run = new Bench()
                .state("x", 0, "0")
                .state("z", 0, "0")
                .doses("x", 1, 0.5, 1, 4)
                .doses("z", 1, 0.25, 0.75, 5)
                .rule("x > 1", false, List.of(1.0, 2.0), STOP_X, STOP_Z)
                .rule("x > 0", false, List.of(3.0), STOP_X, STOP_Z)
                .run();
        assertThat(run.report().decisions()).hasSize(1);
        assertThat(run.report().decisions().get(0).acts())
                .extracting(Decision.Effect::doses)
                .containsExactly(2, 2);
        assertThat(times(run)).containsExactly(0.25, 0.5, 1.0, 1.5, 1.75);
    }

    /** After a decision between doses the next dose is the next one, not one that was given, nor one after it. */
    @Test
    void aDecisionDoesNotRepeatOrSkipDosesOfOtherStates() {
        Run run = new Bench()
                .state("x", 0, "0")
                .state("z", 0, "0")
                .doses("x", 1, 0, 1, 5)
                .doses("z", 1, 0, 1, 5)
                .rule("z > 0", false, List.of(1.5, 2.0), STOP_X)
                .run();
        assertThat(run.end()).containsExactly(2, 5);
        assertThat(run.told()).contains("jump 2.0 [2.0, 2.0] to [2.0, 3.0]");
    }

    @Test
    void aDecisionAtTheInstantOfADoseLeavesOutNoOtherDoseThere() {
        Run run = new Bench()
                .state("x", 0, "0")
                .state("z", 0, "0")
                .doses("x", 1, 0, 1, 5)
                .doses("z", 1, 0, 1, 5)
                .rule("time > 1", false, List.of(2.0), STOP_X)
                .run();
        assertThat(run.end()).containsExactly(2, 5);
    }

    @Test
    void aScoutIsCountedAndOneThatDecidesNothingChangesNothing() {
        Bench bench = new Bench().state("x", 1, "-x").doses("x", 1, 1, 1, 2);
        Run plain = bench.run();
        Run asked = bench.rule("x > 100", false, List.of(0.5, 2.5), STOP_X).run();
        assertThat(asked.end()).containsExactly(plain.end());
        assertThat(asked.report().statistics().steps())
                .isGreaterThan(plain.report().statistics().steps());
    }

    @Test
    void eventsFireInFileOrderAndEachSeesWhatTheOneBeforeHasSet() {
        Run run = new Bench()
                .state("x", 1, "0")
                .state("clock", 0, "1")
                .event(Kind.USUAL, "a", "clock > 1", "x = 10*x")
                .event(Kind.USUAL, "b", "clock > 1", "x = x + 1")
                .event(Kind.USUAL, "c", "x > 10", "x = 2*x")
                .run();
        assertThat(run.report().happenings()).extracting(Report.Happened::label).containsExactly("a", "b", "c");
        assertThat(run.report().happenings().get(2).time()).isCloseTo(1, within(1e-9));
        assertThat(run.end()[0]).isEqualTo(22);
    }

    /** The settings of one event are values from before it. */
    @Test
    void anEventMaySwapStates() {
        Run run = new Bench()
                .state("x", 1, "0")
                .state("z", 2, "0")
                .event(Kind.AT_START, "swap", "z == 2", "x = z", "z = x")
                .run();
        assertThat(run.end()).containsExactly(2, 1);
        assertThat(run.told()).contains("jump 0.0 [1.0, 2.0] to [2.0, 1.0]");
    }

    @Test
    void aStopEndsTheRunThereAndTheEventsAfterItDoNotFire() {
        Run run = new Bench()
                .state("x", 0, "0")
                .doses("x", 5, 2, 1, 2)
                .event(Kind.USUAL, "a", "x > 3")
                .event(Kind.STOP, "b", "x > 3", "x = 7")
                .event(Kind.USUAL, "c", "x > 3", "x = 8")
                .rows(1.0, 3.0, 4.0)
                .run();
        assertThat(run.report().status()).isEqualTo(Status.STOPPED);
        assertThat(run.report().reason()).isEqualTo("b");
        assertThat(run.report().time()).isEqualTo(2);
        assertThat(run.happenings()).containsExactly("a at 2.0", "b at 2.0");
        assertThat(times(run)).containsExactly(2.0);
        assertThat(run.rows()).containsExactly(new Bench.Row(1, AFTER, 0), new Bench.Row(2, AFTER, 7));
    }

    @Test
    void rowsAtADoseShowBothSides() {
        Run run = new Bench()
                .state("x", 0, "0")
                .doses("x", 5, 2, 1, 2)
                .rows(2.0, 2.5, 3.0)
                .run();
        assertThat(run.rows())
                .containsExactly(
                        new Bench.Row(2, BEFORE, 0),
                        new Bench.Row(2, AFTER, 5),
                        new Bench.Row(2.5, AFTER, 5),
                        new Bench.Row(3, BEFORE, 5),
                        new Bench.Row(3, AFTER, 10));
    }

    /** Two events that undo each other fire in turn, one a round. */
    @Test
    void aThousandRoundsAtOneInstantAreEndless() {
        Run run = new Bench()
                .state("x", 0, "0")
                .doses("x", 2, 1, 1, 1)
                .event(Kind.USUAL, "down", "x > 1", "x = 0")
                .event(Kind.USUAL, "up", "x < 1", "x = 2")
                .run();
        assertThat(run.report().status()).isEqualTo(Status.FAILED);
        assertThat(run.report().reason()).isEqualTo("endless-events");
        assertThat(run.report().happenings()).hasSize(Events.MOST_ROUNDS);
        assertThat(run.report().message())
                .startsWith("events keep firing at t = 1 d (last: \"up\"); make the condition false");
        assertThat(run.report().time()).isEqualTo(1);
    }

    /** Beyond x = 1 the rate has no value: the condition is left to the rate, and events remember what they did. */
    @Test
    void eventsThatFiredAreNotFiredAgainWhenConditionsAreLeftToTheRates() {
        Run run = new Bench()
                .state("x", 0, "if(x < 1, sqrt(1 - x) + 0.1, 0.5)")
                .state("n", 0, "0")
                .event(Kind.USUAL, "usual", "x > 0.5", "n = n + 1")
                .event(Kind.ONCE, "once", "x > 0.6 and x < 0.7 or x > 1.4", "n = n + 10")
                .event(Kind.USUAL, "late", "x > 1.5", "n = n + 100")
                .event(Kind.USUAL, "not", "not x < 1.6", "n = n + 1000")
                .run();
        assertThat(run.report().status()).as(run.report().message()).isEqualTo(Status.COMPLETE);
        assertThat(run.report().happenings())
                .extracting(Report.Happened::label)
                .containsExactly("usual", "once", "late", "not");
        assertThat(run.end()[1]).isEqualTo(1111);
    }

    @Test
    void aRateWithoutAValueFailsWhereItIsAndIsNamed() {
        Run run = new Bench().state("x", 2, "-1").state("z", 0, "sqrt(x)").run();
        assertThat(run.report().status()).isEqualTo(Status.FAILED);
        assertThat(run.report().reason()).isEqualTo("not-finite");
        assertThat(run.report().time()).isCloseTo(2, within(0.1));
        assertThat(run.report().message()).startsWith("the rate of z is not a finite number at t = ");
        assertThat(run.told().get(run.told().size() - 1)).startsWith("end ");
    }

    /** Also when conditions were left to the rates before: once, not again and again. */
    @Test
    void aRateWithoutAValueFailsAlsoBesideConditions() {
        Run run = new Bench()
                .state("x", 2, "-1")
                .state("z", 0, "sqrt(x) + if(z > 100, 1, 0)")
                .run();
        assertThat(run.report().reason()).isEqualTo("not-finite");
        assertThat(run.report().time()).isCloseTo(2, within(0.1));
    }

    /** The branch below 1 leaps by 1e12 from 1 on, where it does not hold: no step of it ends beyond. */
    @Test
    void aBranchThatLeapsWhereItDoesNotHoldIsLeft() {
        Run run = new Bench().state("x", 0, "if(x < 1, 1 + 1e12*floor(x), 0.5)").run();
        assertThat(run.report().status()).as(run.report().message()).isEqualTo(Status.COMPLETE);
        assertThat(run.end()[0]).isCloseTo(2.5, within(1e-8));
    }

    /** Its dose is gone in 1e-15 days, in which no long step ends above its floor. */
    @Test
    void aBranchThatFallsBelowTheFloorWhereItDoesNotHoldIsLeft() {
        Run run = new Bench()
                .state("x", 0, "if(x > 0, -1e6, 0)", false)
                .state("z", 1, "0")
                .doses("x", 1e-9, 1, 1, 1)
                .run();
        assertThat(run.report().status()).as(run.report().message()).isEqualTo(Status.COMPLETE);
        assertThat(run.end()[0]).isCloseTo(0, within(1e-8));
    }

    @Test
    void whatGrowsWithoutBoundFailsAlsoBesideConditions() {
        Run run = new Bench().state("x", 1, "x*x + if(x < 0, 1, 0)").run();
        assertThat(run.report().reason()).isEqualTo("step-underflow");
        assertThat(run.report().time()).isCloseTo(1, within(1e-6));
        assertThat(run.report().message()).startsWith("step fell to ").contains("; x grows without bound");
    }

    @Test
    void aPopulationThatFallsBelowItsFloorFailsAlsoBesideConditions() {
        Run run = new Bench().state("x", 1, "if(x < 9, -1, 0)", false).run();
        assertThat(run.report().reason()).isEqualTo("negative");
        assertThat(run.report().time()).isCloseTo(1, within(1e-6));
        assertThat(run.report().message()).startsWith("x fell to -").contains("below its tolerance band of -1e-8");
    }

    @Test
    void tooManyStepsFailAlsoWithConditionsInRates() {
        Run run = new Bench()
                .state("x", 0, "if(x < 3, cos(100*time), 2)")
                .steps(10)
                .run();
        assertThat(run.report().reason()).isEqualTo("too-many-steps");
        assertThat(run.report().statistics().steps() + run.report().statistics().rejected())
                .isEqualTo(10);
    }

    /** Both sides of x = 1 lead back to it: 2 per day against 1e-7 is more than a million steps. */
    @Test
    void aSlidingSolutionFailsAndOneWithHopeIsWarnedOf() {
        Run hopeless = new Bench().state("x", 0, "if(x < 1, 1, -1)").run();
        assertThat(hopeless.report().reason()).isEqualTo("sliding");
        assertThat(hopeless.report().time()).isCloseTo(1, within(1e-6));
        assertThat(hopeless.report().warnings()).isEmpty();

        Run hope = new Bench().state("x", 0.9999, "if(x < 1, 1e-4, -1e-4)").run();
        assertThat(hope.report().status()).as(hope.report().message()).isEqualTo(Status.COMPLETE);
        assertThat(hope.report().warnings()).hasSize(1);
        assertThat(hope.report().warnings().get(0))
                .startsWith("a condition in the rates switches back and forth at t = 1 d");
        assertThat(hope.end()[0]).isCloseTo(1, within(1e-6));
    }

    private record Looks(List<Double> times, List<Double> tumors) implements Assessor {
        @Override
        public Image none() {
            return new Image(-1, "none", -1, -1, -1);
        }

        @Override
        public Image look(double time, double tumor) {
            times.add(time);
            tumors.add(tumor);
            return new Image(times.size(), "word", tumor, 0, 0);
        }
    }

    /** The baseline is of the state after the jumps of the first instant; before it no image is looked at. */
    @Test
    void imagesAreTakenFromTheBaselineOn() {
        Looks now = new Looks(new ArrayList<>(), new ArrayList<>());
        new Bench()
                .state("x", 1, "0")
                .doses("x", 5, 0, 2, 2)
                .images(0, now)
                .rule("rule_seen > 9", true, List.of(0.0, 1.0, 2.0), STOP_X)
                .parameter("rule_seen", 0)
                .run();
        assertThat(now.times()).containsExactly(0.0, 1.0, 2.0);
        assertThat(now.tumors()).containsExactly(6.0, 6.0, 6.0);

        Looks later = new Looks(new ArrayList<>(), new ArrayList<>());
        new Bench()
                .state("x", -1, "0")
                .doses("x", 5, 1.25, 2, 1)
                .images(1.5, later)
                .rule("rule_seen > 9", true, List.of(1.0, 2.0), STOP_X)
                .parameter("rule_seen", 0)
                .run();
        assertThat(later.times()).containsExactly(1.5, 2.0);
        assertThat(later.tumors()).containsExactly(4.0, 4.0);
    }
}
