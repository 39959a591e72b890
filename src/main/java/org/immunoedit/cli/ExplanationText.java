package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.immunoedit.analysis.Turnover.Mark;
import org.immunoedit.analysis.Turnover.Moment;
import org.immunoedit.analysis.Turnover.Span;
import org.immunoedit.cli.Explanation.Decider;
import org.immunoedit.outcome.Episode;
import org.immunoedit.outcome.Words;

/** An explanation in words. */
final class ExplanationText {
    /** Below it a share is not named. */
    private static final double SMALLEST = 0.005;
    /** Of many turns, as of cycles, these are told: the first ones and the last one. */
    private static final int MOST = 8;

    private final Explanation explanation;
    private final String unit;
    private final List<String> lines = new ArrayList<>();

    private ExplanationText(Explanation explanation) {
        this.explanation = explanation;
        this.unit = explanation.verdict().criteria().tumorUnit();
    }

    /**
     * The text.
     *
     * @param all whether to tell every turn of many
     */
    static String of(Explanation explanation, boolean all) {
        return new ExplanationText(explanation).text(all);
    }

    private String text(boolean all) {
        add("", explanation.verdict().phase() + ": ", explanation.verdict().why());
        lines.add("");
        parts("gains", true);
        parts("losses", false);
        List<Span> spans = explanation.spans();
        int shown = all || spans.size() <= MOST + 1 ? spans.size() : MOST;
        for (int i = 0; i < shown; i++) {
            span(spans.get(i), i + 1 < spans.size() ? spans.get(i + 1).from() : null);
        }
        if (shown < spans.size()) {
            int left = spans.size() - shown - 1;
            lines.add("");
            lines.add("… " + left + (left == 1 ? " more span" : " more spans") + "; --all tells them");
            span(spans.get(spans.size() - 1), null);
        }
        return String.join("\n", lines) + "\n";
    }

    private void parts(String title, boolean gain) {
        List<String> parts = explanation.contributions().stream()
                .filter(part -> part.gain() == gain)
                .map(part -> part.label() + (part.about().isEmpty() ? "" : " (" + part.about() + ")"))
                .toList();
        if (!parts.isEmpty()) {
            add("", String.format(Locale.ROOT, "%-8s", title), String.join("; ", parts));
        }
    }

    private void span(Span span, Moment after) {
        Moment from = span.from();
        Moment to = span.to();
        lines.add("");
        add("", time(from) + " to " + at(to) + ": ", course(from, to) + phase(span));
        String gains = shares(span, true);
        String losses = shares(span, false);
        if (!gains.isEmpty()) {
            add("  ", "gains   ", gains);
        }
        if (!losses.isEmpty()) {
            add("  ", "losses  ", losses);
        }
        turn(span, after);
    }

    /** A tumor that is gone has no course. */
    private String course(Moment from, Moment to) {
        double floor =
                explanation.verdict().criteria().bounds().eliminatedBelow().orElse(0);
        String tumor = explanation.verdict().criteria().tumor();
        if (from.quantity() <= 0 && to.quantity() <= 0) {
            return "there is no tumor";
        }
        boolean gone = from.quantity() < floor && to.quantity() < floor;
        double change = to.quantity() - from.quantity();
        String verb = change > 0 ? " grows from " : change < 0 ? " shrinks from " : " stays at ";
        String end = change == 0 ? "" : " to " + Words.number(to.quantity());
        String words = tumor + verb + Words.number(from.quantity()) + end + (unit.equals("1") ? "" : " " + unit);
        return gone ? words + ", which counts as none" : words;
    }

    private String phase(Span span) {
        double middle = (span.from().time() + span.to().time()) / 2;
        return explanation.verdict().timeline().stream()
                .filter(episode -> episode.from() <= middle && middle < episode.to())
                .map(Episode::phase)
                .map(phase -> " (" + phase + ")")
                .findFirst()
                .orElse("");
    }

    /** Amounts over a span, largest first. */
    private String shares(Span span, boolean gain) {
        return sorted(k -> span.share(k, gain)).stream()
                .filter(k -> span.share(k, gain) >= SMALLEST)
                .map(k -> label(k) + " " + percent(span.share(k, gain)))
                .collect(Collectors.joining(", "));
    }

    private void turn(Span span, Moment after) {
        Moment to = span.to();
        if (span.mark() == Mark.JUMP) {
            lines.add("at " + at(to) + " the tumor is changed at once"
                    + (after == null ? "" : ", to " + Words.quantity(after.quantity(), unit)));
        } else if (span.mark() == Mark.PEAK || span.mark() == Mark.NADIR) {
            boolean peak = span.mark() == Mark.PEAK;
            String decided = Explanation.decider(span)
                    .map(decider -> decided(decider, span.fastest()) + "; ")
                    .orElse("");
            add("", "at " + at(to) + " it begins to " + (peak ? "shrink" : "grow") + ": ", decided + now(span, !peak));
        }
    }

    /** A line that goes on below itself, two columns further in. */
    private void add(String indent, String head, String text) {
        List<String> wrapped = SummaryText.wrapped(head + text, SummaryText.WIDTH - indent.length() - 2);
        for (int i = 0; i < wrapped.size(); i++) {
            lines.add(indent + (i == 0 ? "" : "  ") + wrapped.get(i));
        }
    }

    /** Shares at the turn of what now wins, and what they were where the change was fastest. */
    private String now(Span span, boolean gain) {
        Moment then = span.fastest();
        String parts = sorted(k -> span.to().share(k, gain)).stream()
                .filter(k -> span.to().share(k, gain) >= SMALLEST)
                .map(k -> label(k) + " " + percent(span.to().share(k, gain)) + " (was " + percent(then.share(k, gain))
                        + ")")
                .collect(Collectors.joining(", "));
        return (gain ? "gains" : "losses") + " now: " + parts;
    }

    private String decided(Decider decider, Moment then) {
        double before = Math.abs(decider.before());
        double after = Math.abs(decider.after());
        return label(decider.contribution()) + " decided, which " + (after > before ? "rose" : "fell") + " from "
                + rate(before) + " of the tumor per " + period() + " at " + at(then) + " to " + rate(after);
    }

    private static String rate(double perTime) {
        return Words.number(100 * perTime) + " %";
    }

    private List<Integer> sorted(java.util.function.IntToDoubleFunction share) {
        return IntStream.range(0, explanation.contributions().size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -share.applyAsDouble(k)))
                .toList();
    }

    private String label(int contribution) {
        return explanation.contributions().get(contribution).label();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private String time(Moment moment) {
        return Words.number(moment.time());
    }

    private String at(Moment moment) {
        return Words.quantity(moment.time(), explanation.timeUnit());
    }

    private String period() {
        return explanation.timeUnit().equals("1") ? "unit of time" : explanation.timeUnit();
    }
}
