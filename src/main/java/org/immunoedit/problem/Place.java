package org.immunoedit.problem;

import java.util.Objects;

/**
 * Where something stands in an input document.
 *
 * @param file file name as the user gave it, {@code <stdin>}, or {@code --set} for a command-line override
 * @param line 1-based line; 0 when the document has no lines (a command-line override)
 * @param column 1-based column; 0 when unknown
 * @param pointer JSON pointer (RFC 6901) of the value, empty for the whole document
 */
public record Place(String file, int line, int column, String pointer) implements Comparable<Place> {
    public Place {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(pointer, "pointer");
    }

    /** The start of a document. */
    public static Place startOf(String file) {
        return new Place(file, 1, 1, "");
    }

    /** The same line and column, one step down in the document. */
    public Place child(String key) {
        return new Place(
                file, line, column, pointer + "/" + key.replace("~", "~0").replace("/", "~1"));
    }

    /** The same value, {@code columns} further to the right: a position inside a string. */
    public Place right(int columns) {
        return line == 0 ? this : new Place(file, line, column + columns, pointer);
    }

    @Override
    public int compareTo(Place other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }
}
