package org.immunoedit.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.immunoedit.io.Find;
import org.immunoedit.io.SweepCells;
import org.immunoedit.sweep.Goal;

/** What a search has found, in words: a single boundary itself, of many what is odd about them. */
final class FindReport {
    private final Find find;
    private final Goal goal;
    private final List<String> columns;
    private final String unit;
    private long rows;
    private long changing;
    private String last = "";

    FindReport(Find find, Goal goal, Map<String, String> columns) {
        this.find = find;
        this.goal = goal;
        this.columns = List.copyOf(columns.keySet());
        unit = columns.get(FindTables.BOUNDARY);
    }

    /**
     * Takes note of a line of {@code results.csv}.
     *
     * @throws IOException if it is none that a search has written
     */
    void add(String line) throws IOException {
        rows++;
        last = line;
        String changes = field(line, FindTables.CHANGES);
        if (!changes.matches("[0-9]{1,9}")) {
            String found = "row " + rows + " has no number of changes; sweep into another directory";
            throw new FileSystemException(SweepDirectory.RESULTS, null, found);
        }
        if (Integer.parseInt(changes) > 1) {
            changing++;
        }
    }

    /** Lines of words; none when the counts say all. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        if (rows == 1) {
            words.add(answer());
        }
        if (changing > 0) {
            String found = rows == 1
                    ? "between wanted and not at " + listed(field(last, FindTables.CROSSINGS))
                    : "in " + changing + " of " + rows + " rows; see the columns changes and crossings";
            words.add("warning: the answer changes more than once " + found);
        }
        return words;
    }

    private String answer() {
        String path = find.target().path();
        boolean largest = find.search().largest();
        String status = field(last, "status");
        String interval = "from " + quantity(find.search().axis().range().from()) + " to "
                + quantity(find.search().axis().range().to());
        String side = largest ? "largest" : "smallest";
        String runs = ", " + field(last, "runs") + " runs";
        return switch (status) {
            case Tally.OK ->
                side + " " + path + " with " + goal.words() + ": " + quantity(FindTables.BOUNDARY) + " ("
                        + other(largest) + ")" + runs;
            case "none" -> "no " + path + " " + interval + " with " + goal.words() + runs;
            case "all" -> "every " + path + " " + interval + " with " + goal.words() + runs;
            case "edge" ->
                goal.words() + " already at the " + (largest ? "upper" : "lower") + " end of " + path + " " + interval
                        + ": the " + side + " lies beyond it" + runs;
            default -> status + ": a run failed where the boundary may lie; see " + FindTables.PROBES + runs;
        };
    }

    /** The other side of the bracket, and where phases decide how a run ends there. */
    private String other(boolean largest) {
        String value = quantity(largest ? "upper" : "lower");
        return goal instanceof Goal.Phases
                ? value + ": " + field(last, largest ? "phase_above" : "phase_below")
                : "not at " + value;
    }

    private String listed(String crossings) {
        String end = unit.isEmpty() || unit.equals("1") ? "" : " " + unit;
        return String.join(", ", crossings.split(" ")) + end;
    }

    private String quantity(String column) {
        return listed(field(last, column));
    }

    private String quantity(double value) {
        return SweepCells.words(value, unit);
    }

    private String field(String line, String column) {
        return Tally.fields(line, columns.size()).get(columns.indexOf(column));
    }
}
