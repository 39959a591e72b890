package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.immunoedit.analysis.Reading;
import org.immunoedit.analysis.Readings;
import org.immunoedit.expr.Formula;
import org.immunoedit.io.ReadOff;
import org.immunoedit.sim.Report;

/** What claims read off runs: the formulas it takes, and their reading. */
final class ClaimRun {
    private final List<Formula> formulas = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private final double after;

    /** @param after when extrema, crossings and periods begin to count (model time) */
    ClaimRun(List<ReadOff> readOffs, double after) {
        this.after = after;
        readOffs.forEach(readOff -> readings.add(reading(readOff)));
    }

    /** The formulas that a run must watch. */
    List<Formula> formulas() {
        return formulas;
    }

    /**
     * What a run gave.
     *
     * @param values one per reading, empty where its instant never came
     * @param failure why there are none, empty if the run succeeded
     */
    record Result(List<OptionalDouble> values, String failure) {}

    /** Runs once. */
    Result run(Assembly assembly) {
        Readings observer = new Readings(readings, after);
        Report report = new Trajectory(assembly.ready(), assembly.judgement())
                .observe(observer)
                .report();
        return report.succeeded()
                ? new Result(readings.stream().map(observer::value).toList(), "")
                : new Result(List.of(), report.message());
    }

    private Reading reading(ReadOff readOff) {
        if (readOff instanceof ReadOff.Value value) {
            return new Reading.Value(position(value.what()), instant(value.where()));
        }
        return new Reading.Period(position(((ReadOff.Period) readOff).of()));
    }

    private Reading.Instant instant(ReadOff.Where where) {
        if (where instanceof ReadOff.At at) {
            return new Reading.At(at.time());
        }
        if (where instanceof ReadOff.Largest largest) {
            return new Reading.Largest(position(largest.of()));
        }
        if (where instanceof ReadOff.Smallest smallest) {
            return new Reading.Smallest(position(smallest.of()));
        }
        if (where instanceof ReadOff.First first) {
            return new Reading.FirstNegative(position(first.margin()));
        }
        return new Reading.End();
    }

    /** The position of a formula among those watched; equal ones share it. */
    private int position(Formula formula) {
        for (int k = 0; k < formulas.size(); k++) {
            if (formulas.get(k).expr().equals(formula.expr())) {
                return k;
            }
        }
        formulas.add(formula);
        return formulas.size() - 1;
    }
}
