package org.immunoedit.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.immunoedit.sim.RowSink.Side.AFTER;
import static org.immunoedit.sim.RowSink.Side.BEFORE;

import java.util.ArrayList;
import java.util.List;
import org.immunoedit.ode.Formulas;
import org.immunoedit.ode.Statistics;
import org.immunoedit.sim.Bench.Row;
import org.immunoedit.sim.Report.Status;
import org.junit.jupiter.api.Test;

/** Rows of a run that is told step by step. */
class RowsTest {
    private static final Observer.Views FIRST_STATE = new Observer.Views() {
        @Override
        public Formulas columns() {
            return new Formulas() {
                @Override
                public int size() {
                    return 1;
                }

                @Override
                public void evaluate(double t, double[] y, double[] values) {
                    values[0] = y[0];
                }
            };
        }

        @Override
        public Formulas watched() {
            return Formulas.NONE;
        }
    };

    private final List<Row> written = new ArrayList<>();

    private Rows rows(boolean signed, Double... times) {
        Experiment experiment =
                new Bench().state("x", 0, "0", signed).rows(times).experiment();
        Rows rows = new Rows(experiment, (time, values, side) -> written.add(new Row(time, side, values[0])));
        rows.start(0, new double[] {0}, FIRST_STATE);
        rows.stretch(0, new double[] {0}, FIRST_STATE);
        return rows;
    }

    @Test
    void theTimeOfTheNextRowIsWaitedFor() {
        Rows rows = rows(true, 1.0, 2.0, 2.5);
        assertThat(rows.due()).isEqualTo(1);
        rows.step(0, 2.25, (t, into) -> into[0] = t);
        assertThat(rows.due()).isEqualTo(2.5);
        rows.step(2.25, 3, (t, into) -> into[0] = t);
        assertThat(rows.due()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    private static void end(Rows rows, double t, double x, Status status) {
        Report report = new Report(status, t, "", "", List.of(), Statistics.ZERO, List.of());
        rows.end(t, new double[] {x}, FIRST_STATE, report);
    }

    private double shown(boolean signed, double x) {
        written.clear();
        Rows rows = rows(signed, 1.0, 2.0);
        rows.step(0, 2, (t, into) -> into[0] = x);
        assertThat(written).hasSize(1);
        return written.get(0).x();
    }

    /** The tolerance is 1e-9, and so the floor −1e-8. */
    @Test
    void noiseBelowZeroDownToTheFloorIsShownAsZero() {
        assertThat(shown(false, -5e-9)).isEqualTo(0);
        assertThat(shown(false, -10 * 1e-9)).isEqualTo(0);
        assertThat(shown(false, -1.1e-8)).isEqualTo(-1.1e-8);
        assertThat(shown(false, 5e-9)).isEqualTo(5e-9);
        assertThat(shown(true, -5e-9)).isEqualTo(-5e-9);
    }

    @Test
    void aRowAtTheEndOfAStepWaitsForTheJumpsThere() {
        Rows rows = rows(true, 1.0, 2.0, 3.0);
        rows.step(0, 2, (t, into) -> into[0] = 10 * t);
        rows.jump(2, new double[] {20}, new double[] {120});
        rows.jump(2, new double[] {120}, new double[] {130});
        rows.step(2, 3, (t, into) -> into[0] = 110 + 10 * t);
        end(rows, 3, 140, Status.COMPLETE);
        assertThat(written)
                .containsExactly(
                        new Row(1, AFTER, 10), new Row(2, BEFORE, 20), new Row(2, AFTER, 130), new Row(3, AFTER, 140));
    }

    @Test
    void aJumpBesideTheRowsOrAfterTheLastIsNotShown() {
        Rows rows = rows(true, 1.0);
        rows.step(0, 0.5, (t, into) -> into[0] = 1);
        rows.jump(0.5, new double[] {1}, new double[] {2});
        rows.step(0.5, 2, (t, into) -> into[0] = 2);
        rows.jump(2, new double[] {2}, new double[] {3});
        end(rows, 3, 3, Status.COMPLETE);
        assertThat(written).containsExactly(new Row(1, AFTER, 2));
    }

    @Test
    void aRunThatWasStoppedShowsWhereAndOneThatFailedDoesNot() {
        Rows stopped = rows(true, 1.0, 2.0);
        end(stopped, 0.75, 7, Status.STOPPED);
        assertThat(written).containsExactly(new Row(0.75, AFTER, 7));
        written.clear();
        end(rows(true, 1.0, 2.0), 1, 7, Status.FAILED);
        assertThat(written).isEmpty();
        end(rows(true, 1.0, 2.0), 1.5, 7, Status.COMPLETE);
        assertThat(written).isEmpty();
    }
}
