package org.immunoedit.cli;

import java.util.List;
import java.util.Optional;
import org.immunoedit.model.Catalogue;

/** Documents that come with the program, by name. */
interface Shelf {
    /** All names, in the order to list them. */
    List<String> names();

    /** The bytes of a document; empty when there is none of that name. */
    Optional<byte[]> open(String name);

    /** What messages call the document. */
    String file(String name);

    /** The shelf of a folder of the catalogue. */
    static Shelf of(Catalogue folder) {
        return new Shelf() {
            @Override
            public List<String> names() {
                return folder.names();
            }

            @Override
            public Optional<byte[]> open(String name) {
                return folder.open(name);
            }

            @Override
            public String file(String name) {
                return folder.file(name);
            }
        };
    }
}
