package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.immunoedit.cli.Summary.Course;
import org.immunoedit.cli.Summary.Fact;

/**
 * Summaries of runs as text of 80 columns: several aligned lines for one run, one aligned line each for several.
 *
 * @param colors whether to color words
 * @param unicode whether more than ASCII can be shown
 */
record SummaryText(boolean colors, boolean unicode) {
    /** Signs of the tumor's course. */
    static final int COURSE = 38;

    static final int WIDTH = 80;
    private static final int LABEL = 15;
    private static final int SHORT_COURSE = 19;
    private static final int NAME = 30;
    private static final String RESET = "\u001b[0m";
    private static final String FAINT = "\u001b[2m";
    /** The words say the same: nobody needs to see the colors. */
    private static final Map<String, String> PHASES = Map.of(
            "elimination", "\u001b[1;32m",
            "equilibrium", "\u001b[1;34m",
            "escape", "\u001b[1;31m",
            "undetermined", "\u001b[1;33m");

    /** Text for what watches standard error. */
    static SummaryText on(Console console) {
        return new SummaryText(console.colors(), console.unicode());
    }

    /** One run: a line for each fact. */
    String block(Summary summary) {
        List<String> lines = new ArrayList<>();
        lines.add(label("verdict") + phase(summary.phase(), 0) + since(summary));
        add(lines, "", summary.why());
        Course course = summary.course();
        if (!course.values().isEmpty()) {
            lines.add(label("tumor") + course.start() + " " + line(course, course.values()) + " " + course.end());
        }
        for (Fact fact : summary.facts()) {
            add(lines, fact.label(), plain(fact.text()));
        }
        return String.join("\n", lines);
    }

    /** One run of several: name, verdict and course in columns. */
    String row(Summary summary) {
        Course course = summary.course();
        List<Double> few = new ArrayList<>();
        for (int i = 0; i < course.values().size(); i += COURSE / SHORT_COURSE) {
            few.add(course.values().get(i));
        }
        String name = summary.scenario();
        String shown = name.length() > NAME ? (unicode ? "…" : "~") + name.substring(name.length() - NAME + 1) : name;
        return pad(shown, NAME + 1)
                + phase(summary.phase(), 13)
                + pad(line(course, few), SHORT_COURSE + 1)
                + since(summary).strip();
    }

    private static String since(Summary summary) {
        return summary.since().isEmpty() ? "" : " since " + summary.since();
    }

    private String line(Course course, List<Double> values) {
        return new Sparkline(course.floor(), unicode).of(values);
    }

    private String phase(String phase, int width) {
        String word = pad(phase, width);
        return colors ? PHASES.getOrDefault(phase, "") + word + RESET : word;
    }

    private String label(String label) {
        String word = pad(label, LABEL - 1) + " ";
        return colors && !label.isEmpty() ? FAINT + word + RESET : word;
    }

    /** The text after its label, its further lines below its first. */
    private void add(List<String> lines, String label, String text) {
        String head = label(label);
        for (String line : wrapped(text, WIDTH - LABEL)) {
            lines.add(head + line);
            head = label("");
        }
    }

    /** Lines of a text that are no longer than a width, unless a word is; a percent sign stays with its number. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" (?!%)")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private String plain(String text) {
        return unicode ? text : text.replace("→", "->").replace("…", "...").replace("±", "+-");
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }
}
