package org.immunoedit.outcome;

import java.util.ArrayList;
import java.util.List;

/** Phases one after the other, without gaps, from what was known at ascending times. */
final class PhaseTimeline {
    private final List<Episode> past = new ArrayList<>();
    private final double start;
    private Phase phase;
    private double from;
    private double lastSeen;

    PhaseTimeline(double start) {
        this.start = start;
    }

    /**
     * What is known now. A phase that took time to recognize reaches back over a time that was undetermined, but not
     * into another phase that had been seen.
     */
    void see(double now, Stage stage) {
        if (phase == null) {
            phase = stage.phase();
            from = start;
        } else if (stage.phase() != phase) {
            double earliest = phase == Phase.UNDETERMINED ? from : lastSeen;
            double change = Math.min(now, Math.max(earliest, stage.since()));
            close(change);
            phase = stage.phase();
            from = change;
            joinEqual();
        }
        lastSeen = now;
    }

    /** The phase seen last. */
    Phase phase() {
        return phase;
    }

    /** The phase seen last is seen again. */
    void seeAgain(double now) {
        lastSeen = now;
    }

    private void close(double to) {
        if (to > from) {
            past.add(new Episode(phase, from, to));
        }
    }

    /** An undetermined time that turned out to be nothing leaves two episodes of one phase. */
    private void joinEqual() {
        int last = past.size() - 1;
        if (last >= 0 && past.get(last).phase() == phase) {
            from = past.remove(last).from();
        }
    }

    /** When the present phase began (model time). */
    double since() {
        return from;
    }

    /** All episodes until now. */
    List<Episode> until(double now) {
        List<Episode> all = new ArrayList<>(past);
        all.add(new Episode(phase, from, now));
        return all;
    }
}
