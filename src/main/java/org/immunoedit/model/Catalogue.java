package org.immunoedit.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The documents that come with the program. A jar cannot be listed, so each folder holds a file {@code INDEX} with one
 * name per line; reading the documents is the business of the input layer.
 */
public enum Catalogue {
    /** Model documents. */
    MODELS("models"),
    /** Agent documents. */
    AGENTS("agents");

    private final String folder;

    Catalogue(String folder) {
        this.folder = "/org/immunoedit/" + folder + "/";
    }

    /** The names of all documents, sorted as in the index. */
    public List<String> names() {
        return resource("INDEX")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8)
                        .lines()
                        .map(String::strip)
                        .filter(n -> !n.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    /** The bytes of a document; empty when the index does not list the name. */
    public Optional<byte[]> open(String name) {
        return names().contains(name) ? resource(name + ".json") : Optional.empty();
    }

    /** Where a document lies in the program, for messages: {@code models/kuznetsov-1994.json}. */
    public String file(String name) {
        return folder.substring("/org/immunoedit/".length()) + name + ".json";
    }

    private Optional<byte[]> resource(String file) {
        try (InputStream in = Catalogue.class.getResourceAsStream(folder + file)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own " + file + " cannot be read", e);
        }
    }
}
