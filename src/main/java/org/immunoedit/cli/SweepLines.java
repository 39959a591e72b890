package org.immunoedit.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.immunoedit.io.Find;
import org.immunoedit.problem.BadInput;
import org.immunoedit.sweep.PhaseMap;

/** What a sweep computes: the rows of its results, and perhaps those of a longer table beside it. */
interface SweepLines {
    /**
     * The lines of some rows.
     *
     * @param beside of the longer table, empty unless there is one
     * @param rows the same for a summary; none of a table that has none
     */
    record Lines(byte[] results, byte[] beside, Tally tally, List<SummaryRow> rows) {}

    /** A longer table, any number of lines for each row of the results, in the same order. */
    record Beside(String file, List<String> columns) {}

    /**
     * The tables of a sweep.
     *
     * @param threads how many will run it
     * @throws BadInput if it looks for a boundary that cannot be told
     */
    static SweepLines of(SweepStudy study, int threads) throws BadInput, IOException {
        List<SweepTables.Points> points = new ArrayList<>();
        for (SweepScenario arm : study.arms()) {
            points.add(QuickPoints.of(arm));
        }
        if (study.plan().design() instanceof PhaseMap map) {
            return new AdaptiveTables(study, map, points);
        }
        SweepTables tables = new SweepTables(study, points);
        if (study.plan().find().isEmpty()) {
            return tables;
        }
        Find find = study.plan().find().get();
        return new FindTables(study.plan(), find, FindGoal.of(find, study.arms()), tables, threads);
    }

    /** How many points there are, as far as is known. */
    long points();

    /** Columns of the results with their units. */
    Map<String, String> results();

    /** Position of the column {@code status}; a column {@code phase} is next. */
    int statusField();

    /** Fields by which a row is told from all others, as a line begins with them. */
    String key(long row);

    /** The longer table. */
    Optional<Beside> beside();

    /** Computes some rows, {@code to} exclusive. Safe for concurrent use. */
    Lines lines(long from, long to);

    /** What a dry run should say beside the number of points: whole lines, or nothing. */
    default String outlook() {
        return "";
    }

    /**
     * What the finished table says beyond its counts, a line each.
     *
     * @param rows its lines without the header
     */
    default List<String> report(Stream<String> rows) throws IOException {
        return List.of();
    }

    /** Numbers about the whole that the manifest keeps; final when all points are done. */
    default Map<String, Double> figures() {
        return Map.of();
    }

    /** Takes note of a row that an earlier process has computed. */
    default void resumed(long row, String line) {}

    /**
     * Adds the points that those computed so far ask for. Called while nothing is being computed.
     *
     * @return whether there are more points than before
     */
    default boolean grow() {
        return false;
    }
}
