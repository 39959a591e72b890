package org.immunoedit.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.immunoedit.figure.Figure;
import org.immunoedit.io.AtomicFile;

/** Writes figures by the ending of their names. */
final class FigureFile {
    private static final String SVG = ".svg";
    private static final String PNG = ".png";
    private static final String STDOUT = "-";

    private final OutputStream out;
    private final Set<Path> unfinished;

    /** Temporary files in use stand in the set. Made before any figure, so that AWT looks for no screen. */
    FigureFile(OutputStream out, Set<Path> unfinished) {
        System.setProperty("java.awt.headless", "true");
        this.out = out;
        this.unfinished = unfinished;
    }

    /** Whether a word names one figure, not a directory of them. */
    static boolean isName(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return word.equals(STDOUT) || lower.endsWith(SVG) || lower.endsWith(PNG);
    }

    /** Where the figure of a table stands by default. */
    static Path beside(Path table) {
        String name = table.getFileName().toString();
        String stem = name.toLowerCase(Locale.ROOT).endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
        return table.resolveSibling(stem + SVG);
    }

    /**
     * Writes a figure.
     *
     * @param target a file that ends in {@code .svg} or {@code .png}, or {@code -} for SVG on standard output
     * @throws WrongUsage if the ending says neither
     */
    void write(Figure figure, String target) throws WrongUsage, IOException {
        if (!isName(target)) {
            boolean directory = Files.isDirectory(UserPath.of(target));
            throw new WrongUsage("-o " + target
                    + (directory ? " is a directory; expected a file that ends" : " does not end")
                    + " in .svg or .png");
        }
        if (target.equals(STDOUT)) {
            out.write(svg(figure));
            return;
        }
        try (AtomicFile file = AtomicFile.create(UserPath.of(target), unfinished)) {
            if (target.toLowerCase(Locale.ROOT).endsWith(PNG)) {
                figure.png(Figure.PRINT_DPI, file.stream());
            } else {
                file.stream().write(svg(figure));
            }
            file.commit();
        }
    }

    private static byte[] svg(Figure figure) {
        return figure.svg().getBytes(StandardCharsets.UTF_8);
    }
}
