package org.immunoedit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.immunoedit.io.JsonReader;
import org.immunoedit.io.ModelDocument;
import org.immunoedit.io.ModelReader;
import org.immunoedit.problem.BadInput;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Problems;

/** The models of the catalogue, read on demand. */
final class Models {
    private final Shelf shelf;

    Models(Shelf shelf) {
        this.shelf = shelf;
    }

    /** The names of all models. */
    List<String> names() {
        return shelf.names();
    }

    /**
     * A model of the catalogue.
     *
     * @throws WrongUsage if there is none of that name
     * @throws BadInput if its document is faulty, which the project's tests exclude
     */
    ModelDocument named(String name) throws WrongUsage, BadInput {
        if (!names().contains(name)) {
            throw unknown(name);
        }
        return read(shelf.open(name).orElseThrow(), shelf.file(name));
    }

    /**
     * Makes sure that a word is the name of a model or looks like a file.
     *
     * @throws WrongUsage if it does not
     */
    void requireKnown(String name) throws WrongUsage {
        if (!isFile(name) && !names().contains(name)) {
            throw unknown(name);
        }
    }

    private WrongUsage unknown(String name) {
        String hint = Nearest.hint(name, names());
        return new WrongUsage("there is no model \"" + name + "\""
                + (hint.isEmpty() ? "; 'immunoedit models' lists them" : " (" + hint + ")"));
    }

    private static boolean isFile(String word) {
        return word.toLowerCase(Locale.ROOT).endsWith(".json") || Document.isStdin(word);
    }

    /**
     * A model and where paths in its document start.
     *
     * @param file what messages call the document
     */
    record Located(ModelDocument document, Path directory, String file) {}

    /**
     * The model that a word of the command line means: a name of the catalogue, a file ending in .json, or {@code -}.
     *
     * @throws WrongUsage if there is none of that name
     * @throws BadInput if its document is faulty
     * @throws IOException if its file cannot be read
     */
    Located open(String word, InputStream stdin) throws WrongUsage, BadInput, IOException {
        if (isFile(word)) {
            Document document = Document.read(word, stdin);
            return new Located(read(document.bytes(), document.name()), document.directory(), document.name());
        }
        return new Located(named(word), Path.of(""), shelf.file(word));
    }

    /**
     * A model from the bytes of its document.
     *
     * @throws BadInput if the document is faulty
     */
    static ModelDocument read(byte[] bytes, String file) throws BadInput {
        Problems problems = new Problems();
        Optional<ModelDocument> document =
                JsonReader.parse(bytes, file, problems).flatMap(json -> ModelReader.read(json, problems));
        problems.throwIfErrors();
        return document.orElseThrow(() -> new IllegalStateException("no model and no problem in " + file));
    }
}
