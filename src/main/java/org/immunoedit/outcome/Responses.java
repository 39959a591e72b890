package org.immunoedit.outcome;

import java.util.List;
import java.util.OptionalInt;
import org.immunoedit.outcome.Criteria.ResponseLimits;

/** RECIST 1.1 over a list of assessments, baseline first. */
final class Responses {
    /** A change of exactly 20 % or 30 % counts, whatever the rounding of a cube root. */
    private static final double ROUNDING = 1e-9;

    private Responses() {}

    /**
     * The response of one assessment, all in mm.
     *
     * @param baseline diameter at baseline
     * @param nadir smallest diameter before, baseline included
     */
    static Response of(ResponseLimits limits, double baseline, double nadir, double diameter) {
        if (Double.isNaN(diameter) || Double.isNaN(nadir)) {
            return Response.NOT_EVALUABLE;
        }
        boolean measurable = baseline >= limits.measurable() * (1 - ROUNDING);
        double smallest = Math.max(limits.progressionFrom(), measurable ? 0 : limits.measurable());
        if (reaches(diameter, (1 + limits.growth()) * nadir)
                && reaches(diameter, nadir + limits.growthLength())
                && reaches(diameter, smallest)) {
            return Response.PROGRESSIVE;
        }
        if (baseline < limits.visible()) {
            return Response.NOT_EVALUABLE;
        }
        if (diameter < limits.visible()) {
            return Response.COMPLETE;
        }
        if (!measurable) {
            return Response.NEITHER;
        }
        return diameter <= (1 - limits.shrinkage()) * baseline * (1 + ROUNDING) ? Response.PARTIAL : Response.STABLE;
    }

    private static boolean reaches(double diameter, double limit) {
        return diameter >= limit * (1 - ROUNDING);
    }

    /** The first assessment of the first progression that was confirmed, if any. */
    static OptionalInt progression(List<Assessment> taken, int confirm) {
        for (int i = 1; i + confirm <= taken.size(); i++) {
            if (progresses(taken, i, i + confirm)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean progresses(List<Assessment> taken, int from, int to) {
        boolean all = true;
        for (int i = from; i < to && all; i++) {
            all = taken.get(i).response() == Response.PROGRESSIVE;
        }
        return all;
    }

    /** The latest assessment that was free of progression, also of one that was not yet confirmed. */
    static int latestFree(List<Assessment> taken) {
        int i = taken.size() - 1;
        while (i > 0 && taken.get(i).response() == Response.PROGRESSIVE) {
            i--;
        }
        return i;
    }

    /** The best confirmed response until progression; an unconfirmed one is stable disease. */
    static Response best(List<Assessment> taken, int confirm) {
        OptionalInt progression = progression(taken, confirm);
        int end = progression.orElse(taken.size());
        if (hasRun(taken, end, confirm, Response.COMPLETE)) {
            return Response.COMPLETE;
        }
        if (hasRun(taken, end, confirm, Response.PARTIAL)) {
            return Response.PARTIAL;
        }
        if (shows(taken, end, Response.NEITHER)) {
            return Response.NEITHER;
        }
        if (hasRun(taken, end, 1, Response.STABLE)) {
            return Response.STABLE;
        }
        return progression.isPresent() ? Response.PROGRESSIVE : Response.NOT_EVALUABLE;
    }

    /** Whether so many responses in a row, behind the baseline and before another one, are at least as good. */
    private static boolean hasRun(List<Assessment> taken, int end, int length, Response atLeast) {
        int run = 0;
        for (int i = 1; i < end; i++) {
            run = taken.get(i).response().compareTo(atLeast) <= 0 ? run + 1 : 0;
            if (run >= length) {
                return true;
            }
        }
        return false;
    }

    private static boolean shows(List<Assessment> taken, int end, Response response) {
        for (int i = 1; i < end; i++) {
            if (taken.get(i).response() == response) {
                return true;
            }
        }
        return false;
    }
}
