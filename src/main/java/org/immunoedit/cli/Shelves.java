package org.immunoedit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.immunoedit.io.ModelDocument;

/** What many runs of one sweep need to read only once. Safe for concurrent use. */
final class Shelves {
    private final Map<String, ModelDocument> models = new ConcurrentHashMap<>();
    private final Map<String, Document> files = new ConcurrentHashMap<>();

    /** A model that was read before without a word to say about it. */
    Optional<ModelDocument> model(String name) {
        return Optional.ofNullable(models.get(name));
    }

    /** Keeps a model. */
    void put(String name, ModelDocument model) {
        models.put(name, model);
    }

    /**
     * The content of a file, read once.
     *
     * @throws IOException that names the file
     */
    Document file(String path) throws IOException {
        Document known = files.get(path);
        if (known == null) {
            known = Document.read(path, InputStream.nullInputStream());
            files.put(path, known);
        }
        return known;
    }
}
