package org.immunoedit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An input document, read whole. */
final class Document {
    /** Far above any scenario; keeps a wrong word such as {@code /dev/zero} from filling the memory. */
    private static final int LARGEST = 64 << 20;

    private static final String STDIN = "-";

    private final String name;
    private final Path directory;
    private final byte[] bytes;

    private Document(String name, Path directory, byte[] bytes) {
        this.name = name;
        this.directory = directory;
        this.bytes = bytes;
    }

    /**
     * Reads a file, or standard input for {@code -}.
     *
     * @throws IOException that names the file
     */
    static Document read(String word, InputStream stdin) throws IOException {
        if (isStdin(word)) {
            return new Document(shownName(word), Path.of(""), content(stdin, shownName(word)));
        }
        Path file = UserPath.of(word);
        if (Files.isDirectory(file)) {
            throw new FileSystemException(word, null, "is a directory");
        }
        Path parent = file.getParent();
        try (InputStream in = Files.newInputStream(file)) {
            return new Document(word, parent == null ? Path.of("") : parent, content(in, word));
        }
    }

    /** Whether a word of the command line stands for standard input. */
    static boolean isStdin(String word) {
        return word.equals(STDIN);
    }

    /** What messages call the document. */
    static String shownName(String word) {
        return isStdin(word) ? "<stdin>" : word;
    }

    private static byte[] content(InputStream in, String name) throws IOException {
        byte[] bytes;
        try {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            FileSystemException named = new FileSystemException(name, null, e.getMessage());
            named.initCause(e);
            throw named;
        }
        if (bytes.length > LARGEST) {
            throw new FileSystemException(name, null, "larger than 64 MiB, which no scenario is");
        }
        return bytes;
    }

    /** The name as the user gave it, or {@code <stdin>}. */
    String name() {
        return name;
    }

    /** Where paths in the document start. */
    Path directory() {
        return directory;
    }

    /** The content; not copied, not to be changed. */
    byte[] bytes() {
        return bytes;
    }
}
