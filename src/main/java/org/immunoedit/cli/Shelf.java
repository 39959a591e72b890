package org.immunoedit.cli;

import java.util.List;
import java.util.Optional;

/** Documents that come with the program, by name. */
interface Shelf {
    /** All names, in the order to list them. */
    List<String> names();

    /** The bytes of a document; empty when there is none of that name. */
    Optional<byte[]> open(String name);

    /** What messages call the document. */
    String file(String name);
}
