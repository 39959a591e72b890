package org.immunoedit.cli;

import java.util.List;
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
        Optional<byte[]> bytes = shelf.open(name);
        if (bytes.isEmpty()) {
            String hint = Nearest.hint(name, names());
            throw new WrongUsage("there is no model \"" + name + "\""
                    + (hint.isEmpty() ? "; 'immunoedit models' lists them" : " (" + hint + ")"));
        }
        return read(bytes.get(), shelf.file(name));
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
