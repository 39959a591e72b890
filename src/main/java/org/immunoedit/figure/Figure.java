package org.immunoedit.figure;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;

/**
 * A figure that can be drawn: panels in rows, a title, and a legend. The same figure gives the same bytes on one
 * machine; another machine may have other fonts, which move texts a little.
 *
 * @param title in bold, may be empty
 * @param subtitle below it, may be empty
 * @param size on paper
 * @param columns panels per row; with 1, panels share the horizontal axis when theirs are equal
 * @param panels in reading order, at least one
 */
public record Figure(String title, String subtitle, Size size, int columns, List<Panel> panels) {
    /** Resolution of pictures for print, in dots per inch. */
    public static final int PRINT_DPI = 200;

    public Figure {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(subtitle, "subtitle");
        Objects.requireNonNull(size, "size");
        panels = List.copyOf(panels);
        if (panels.isEmpty() || columns < 1) {
            throw new IllegalArgumentException(panels.size() + " panels in " + columns + " columns");
        }
    }

    /** The figure as an SVG document of its own, with an XML declaration. */
    public String svg() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg("");
    }

    /**
     * The figure as an {@code svg} element to stand inside a page.
     *
     * @param prefix of all ids, so that several figures of one page do not share them
     */
    public String svg(String prefix) {
        return new SvgWriter(prefix).write(this);
    }

    /**
     * Writes the figure as PNG on white; does not close the stream.
     *
     * @param dpi dots per inch
     * @throws IOException if the stream cannot be written to
     */
    public void png(int dpi, OutputStream out) throws IOException {
        PngWriter.write(this, dpi, out);
    }
}
