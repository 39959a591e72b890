package org.immunoedit.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.immunoedit.cli.NumericsCheck.Difference;
import org.immunoedit.outcome.Phase;

/** A check of the numerics for people. */
final class NumericsTable {
    /** A model with many clones has hundreds of columns: the worst are shown. */
    private static final int MOST_COLUMNS = 20;

    private NumericsTable() {}

    /** Several lines without a final line break. */
    static String text(NumericsCheck check) {
        NumericsCheck.Solver first = check.first();
        String head = "numerics: solved again by " + check.again().method() + " at rtol "
                + number(check.again().rtol()) + " after "
                + String.join(" and ", first.statistics().methods().keySet())
                + " at rtol " + number(first.rtol());
        if (check.failure().isPresent()) {
            return head + ": failed";
        }
        StringBuilder text = new StringBuilder(head);
        line(text, "column", "difference", "of largest", "at time");
        List<Difference> worst = check.columns().stream()
                .sorted(Comparator.comparingDouble(Difference::relative).reversed())
                .limit(MOST_COLUMNS)
                .toList();
        for (Difference column : check.columns()) {
            if (worst.contains(column)) {
                String at = Double.isNaN(column.at()) ? "-" : String.format(Locale.ROOT, "%.6g", column.at());
                line(text, column.column(), number(column.largest()), number(column.relative()), at);
            }
        }
        if (check.columns().size() > worst.size()) {
            text.append(System.lineSeparator())
                    .append("  … and ")
                    .append(check.columns().size() - worst.size())
                    .append(" columns with smaller differences");
        }
        check.phaseAgain().ifPresent(phase -> verdict(text, check, phase));
        return text.toString();
    }

    private static void verdict(StringBuilder text, NumericsCheck check, Phase phase) {
        text.append(System.lineSeparator())
                .append("  verdict: ")
                .append(phase)
                .append(check.verdictChanges() ? ", not the same" : ", the same");
    }

    private static void line(StringBuilder text, String column, String difference, String relative, String time) {
        text.append(System.lineSeparator())
                .append(String.format(Locale.ROOT, "  %-24s %12s %12s %12s", column, difference, relative, time));
    }

    /** Two digits. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.1e", value);
    }
}
