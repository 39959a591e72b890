package org.immunoedit.cli;

import java.util.List;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.outcome.Episode;
import org.immunoedit.sim.RowSink.Side;

/**
 * The column {@code phase}: at each row the phase that the run was in, as known when the run is over. It is a text, not
 * a formula; a run that shows it is integrated once to be judged and once to be written.
 */
record PhaseColumn(List<Episode> timeline) {
    /** Name of the column, unless the model has something of that name. */
    static final String NAME = "phase";
    /** Stands for the column among the others. */
    static final Term TERM = new Term(NAME, new Num(Double.NaN), "", "phase of immunoediting");

    PhaseColumn {
        timeline = List.copyOf(timeline);
    }

    /** The phase at a time, before or after what happens there; empty outside the run. */
    String at(double time, Side side) {
        for (int i = 0; i < timeline.size(); i++) {
            Episode episode = timeline.get(i);
            boolean last = i == timeline.size() - 1;
            boolean within = side == Side.BEFORE || last ? time <= episode.to() : time < episode.to();
            if (time >= episode.from() && within) {
                return episode.phase().toString();
            }
        }
        return "";
    }
}
