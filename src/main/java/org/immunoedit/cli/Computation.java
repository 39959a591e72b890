package org.immunoedit.cli;

import java.io.IOException;
import java.util.List;

/** A claim that was checked and is ready to be recomputed once. */
@FunctionalInterface
interface Computation {
    /**
     * Computes.
     *
     * @throws IOException if a file that the claim names cannot be read
     */
    List<Finding> findings() throws IOException;
}
