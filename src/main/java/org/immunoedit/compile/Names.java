package org.immunoedit.compile;

/** The node that a name stands for. */
@FunctionalInterface
interface Names {
    /**
     * The node of a name.
     *
     * @throws IllegalArgumentException for a name that is not known
     */
    int node(String name);
}
