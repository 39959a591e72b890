package org.immunoedit.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws texts and simple forms; sets superscripts small and high, because many fonts lack their characters. */
final class Pen {
    /** Where a text stands to its place. */
    enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /** Families of one width of letters, in order of liking; whichever a reader has, texts keep their places. */
    private static final List<String> FAMILIES = List.of("Liberation Sans", "Arial", "Helvetica");

    private static final double SMALLER = 0.72;
    private static final double HIGHER = 0.34;
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    private final Graphics2D graphics;
    private final Font base;

    Pen(Graphics2D graphics) {
        this.graphics = graphics;
        base = new Font(family(), Font.PLAIN, 1);
    }

    /** A family that is there; the system's own sans-serif font if none of those liked is. */
    static String family() {
        return FAMILIES.stream()
                .filter(name ->
                        new Font(name, Font.PLAIN, 8).getFamily(Locale.ROOT).equals(name))
                .findFirst()
                .orElse(Font.SANS_SERIF);
    }

    /** The families that a reader of the figure may take. */
    static String families() {
        String own = family();
        return (FAMILIES.contains(own) ? "" : "'DejaVu Sans', Verdana, ") + "'" + String.join("', '", FAMILIES)
                + "', sans-serif";
    }

    Graphics2D graphics() {
        return graphics;
    }

    /** A font of a size in points. */
    Font font(double points) {
        return base.deriveFont((float) points);
    }

    /** A bold font of a size in points. */
    Font bold(double points) {
        return base.deriveFont(Font.BOLD, (float) points);
    }

    /** How wide a text is, in points. */
    double width(String text, Font font) {
        double width = 0;
        for (String run : runs(text)) {
            boolean high = Numerals.isSuperscript(run.charAt(0));
            width += (high ? small(font) : font)
                    .getStringBounds(high ? flat(run) : run, MEASURE)
                    .getWidth();
        }
        return width;
    }

    /** Writes a text with its baseline at a height. */
    void text(String text, double x, double y, Align align, Font font, Color color) {
        double at = x - width(text, font) * (align == Align.LEFT ? 0 : align == Align.CENTER ? 0.5 : 1);
        graphics.setColor(color);
        for (String run : runs(text)) {
            boolean high = Numerals.isSuperscript(run.charAt(0));
            String shown = high ? flat(run) : run;
            graphics.setFont(high ? small(font) : font);
            graphics.drawString(shown, (float) at, (float) (high ? y - HIGHER * font.getSize2D() : y));
            at += width(run, font);
        }
    }

    /** Writes a text upwards, centered on a place, its baseline at a distance from the left. */
    void textUpwards(String text, double x, double y, Font font, Color color) {
        AffineTransform before = graphics.getTransform();
        graphics.rotate(-Math.PI / 2, x, y);
        text(text, x, y, Align.CENTER, font, color);
        graphics.setTransform(before);
    }

    /** Draws a line. */
    void line(double x1, double y1, double x2, double y2, Color color, double width) {
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        graphics.setColor(color);
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    /** Fills a form. */
    void fill(Shape shape, Color color) {
        graphics.setColor(color);
        graphics.fill(shape);
    }

    /** Fills a rectangle whose edges must meet those of its neighbors without a seam. */
    void fillSharply(Shape shape, Color color) {
        Object before = graphics.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        fill(shape, color);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, before);
    }

    /** Breaks a text into lines no wider than a width, at spaces; a longer word stands alone. */
    List<String> wrapped(String text, Font font, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, font) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    /** The text, or as much of it as fits with an ellipsis. */
    String fitted(String text, Font font, double width) {
        if (width(text, font) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end) + "…", font) > width) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    private static Font small(Font font) {
        return font.deriveFont((float) (font.getSize2D() * SMALLER));
    }

    private static String flat(String run) {
        StringBuilder text = new StringBuilder();
        run.chars().forEach(c -> text.append(Numerals.flat((char) c)));
        return text.toString();
    }

    /** Parts that are all raised or all not. */
    private static List<String> runs(String text) {
        List<String> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= text.length(); i++) {
            boolean ends = i == text.length()
                    || Numerals.isSuperscript(text.charAt(i)) != Numerals.isSuperscript(text.charAt(start));
            if (ends) {
                runs.add(text.substring(start, i));
                start = i;
            }
        }
        return runs;
    }
}
