package org.immunoedit.sim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.model.Formulary.Group;
import org.immunoedit.ode.Program;
import org.immunoedit.protocol.Clause;
import org.immunoedit.protocol.Clause.Act;
import org.immunoedit.protocol.Regimen;
import org.immunoedit.protocol.Rule.Verb;
import org.immunoedit.protocol.Timeline;
import org.immunoedit.protocol.Timeline.Dose;
import org.immunoedit.sim.Assessor.Image;
import org.immunoedit.sim.Decision.Effect;
import org.immunoedit.sim.Decision.Reading;
import org.immunoedit.sim.Rules.Question;

/**
 * The assessments of one run and the decisions they led to. Looks at the patient, never changes a state: a decision
 * changes the timeline from its instant on.
 */
final class Rounds {
    /** Decisions of one run that are taken for a runaway. */
    static final int MOST_DECISIONS = 10_000;

    private final Rules rules;
    private final Moment moment;
    private final Assessor assessor;
    private final int[] next;
    private final int[] held;
    private final int[] acted;
    private final double[] values;
    private final List<Entry> ledger = new ArrayList<>();
    private Image image;
    private boolean hasBegun;
    private boolean hasBaseline;
    private Regimen regimen;
    private int acts;

    Rounds(Rules rules, Moment moment, Assessor assessor) {
        this.rules = rules;
        this.moment = moment;
        this.assessor = assessor;
        regimen = rules.regimen();
        next = new int[rules.clauses().size()];
        held = new int[next.length];
        acted = new int[next.length];
        values = new double[rules.formulas().size()];
        image = assessor.none();
        hasBaseline = rules.baseline().isEmpty();
    }

    /** A decision whose doses are not yet counted; its effects are numbered from {@code first} on. */
    private record Entry(Decision decision, int first) {}

    /** The run has begun, its first jumps are done: the baseline, if it is now. */
    void begin(Program program) {
        hasBegun = true;
        if (!hasBaseline && rules.baseline().getAsDouble() <= moment.time) {
            take(moment.time, moment.y, program);
        }
    }

    /** Before the first assessment nothing is known of images. */
    void prepare() {
        if (rules.tumor().isPresent()) {
            show(image);
        }
    }

    /** Time of the next assessment, infinite if there is none. */
    double nextTime() {
        double due = hasBegun && !hasBaseline ? rules.baseline().getAsDouble() : Double.POSITIVE_INFINITY;
        for (int c = 0; c < next.length; c++) {
            due = Math.min(due, time(c));
        }
        return due;
    }

    private double time(int clause) {
        List<Double> times = rules.clauses().get(clause).times();
        return next[clause] < times.size() ? times.get(next[clause]) : Double.POSITIVE_INFINITY;
    }

    /**
     * Assesses what is due next, in this state; whether that changed the timeline.
     *
     * @param y state at {@link #nextTime}
     */
    boolean assess(double[] y, Program program) {
        double now = nextTime();
        List<Integer> due = new ArrayList<>();
        for (int c = 0; c < next.length; c++) {
            if (time(c) <= now || Times.same(time(c), now)) {
                due.add(c);
                next[c]++;
            }
        }
        boolean isBaseline = hasBegun && !hasBaseline && rules.baseline().getAsDouble() <= now;
        boolean looks = due.stream().anyMatch(c -> rules.questions().get(c).images());
        if (isBaseline || looks && hasBaseline) {
            take(now, y, program);
        }
        moment.formulas(program, Group.RULES).evaluate(now, y, values);
        Regimen before = regimen;
        Set<String> decided = new HashSet<>();
        due.forEach(c -> ask(c, now, decided));
        return regimen != before;
    }

    private void take(double now, double[] y, Program program) {
        moment.formulas(program, Group.RULES).evaluate(now, y, values);
        image = assessor.look(now, Math.max(0, values[values.length - 1]));
        hasBaseline = true;
        show(image);
    }

    private void show(Image shown) {
        moment.set(Rules.RESPONSE, shown.response());
        moment.set(Rules.DIAMETER, shown.diameter());
        moment.set(Rules.BASELINE, shown.baseline());
        moment.set(Rules.NADIR, shown.nadir());
    }

    /** One rule at one assessment: what an earlier rule decided about at this instant is not decided again. */
    private void ask(int c, double now, Set<String> decided) {
        Clause clause = rules.clauses().get(c);
        held[c] = values[offset(c)] != 0 ? held[c] + 1 : 0;
        if (held[c] < clause.confirm() || acted[c] >= clause.most() || isEndless()) {
            return;
        }
        List<Act> free = clause.acts().stream()
                .filter(act -> !decided.contains(act.subject()))
                .toList();
        int first = acts;
        List<Effect> effects = new ArrayList<>();
        for (Act act : free) {
            decided.add(act.subject());
            if (regimen.isChangedBy(act)) {
                regimen = regimen.after(act, now, acts++);
                effects.add(new Effect(act.verb(), act.subject(), 0));
            }
        }
        if (!effects.isEmpty()) {
            ledger.add(
                    new Entry(new Decision(now, clause.rule(), clause.label(), held[c], readings(c), effects), first));
            acted[c]++;
            held[c] = clause.gives() ? 0 : held[c];
        }
    }

    private int offset(int clause) {
        int offset = 0;
        for (Question question : rules.questions().subList(0, clause)) {
            offset += 1 + question.sides().size();
        }
        return offset;
    }

    private List<Reading> readings(int c) {
        List<Reading> readings = new ArrayList<>();
        int at = offset(c);
        for (Term side : rules.questions().get(c).sides()) {
            double value = values[++at];
            boolean response = side.name().equals(Rules.RESPONSE);
            readings.add(
                    response
                            ? new Reading(side.about(), OptionalDouble.empty(), Optional.of(image.word()))
                            : new Reading(side.about(), OptionalDouble.of(value), Optional.empty()));
        }
        return readings;
    }

    /** Whether decisions have run away. */
    boolean isEndless() {
        return ledger.size() > MOST_DECISIONS;
    }

    /** What happens when, under the decisions so far. */
    Timeline timeline() {
        return regimen.timeline();
    }

    /** The ledger of a run that ended at {@code end}. */
    List<Decision> decisions(double end) {
        List<Decision> decisions = new ArrayList<>();
        for (Entry entry : ledger) {
            Decision d = entry.decision();
            List<Effect> counted = new ArrayList<>();
            for (Effect effect : d.acts()) {
                int doses = regimen.doses(entry.first() + counted.size(), end);
                counted.add(new Effect(effect.verb(), effect.subject(), effect.verb() == Verb.RESUME ? 0 : doses));
            }
            decisions.add(new Decision(d.time(), d.rule(), d.label(), d.confirmed(), d.because(), counted));
        }
        return decisions;
    }

    /** The doses that were given until {@code end}. */
    static List<Dose> given(Timeline timeline, double end) {
        if (timeline.doses().isEmpty()) {
            return List.of();
        }
        return timeline.doses().stream()
                .filter(dose -> dose.time() <= end || Times.same(dose.time(), end))
                .toList();
    }
}
