package org.immunoedit.model;

/**
 * Bounds the size of an expanded formula: nested functions and sums can describe, in a few lines, a formula that no
 * memory holds, or one too deep for the stack.
 */
final class Budget {
    /** Nodes of one formula; a sum over 1000 members of 50 nodes each fits twenty times. */
    static final long MOST_NODES = 1_000_000;
    /** Nodes of all formulas. */
    static final long MOST_IN_ALL = 20_000_000;
    /** Levels of one formula. */
    static final int MOST_LEVELS = 1_000;

    /** Definitions put into other formulas. */
    static final int MOST_INSERTIONS = 100_000;

    private long all;
    private int inserted;
    private long nodes;
    private int level;
    private int deepest;

    /** Begins a formula. */
    void begin() {
        all += nodes;
        nodes = 0;
        level = 0;
        deepest = 0;
    }

    /** Enters a node; false when the formula has become too large. */
    boolean enter() {
        nodes++;
        level++;
        deepest = Math.max(deepest, level);
        return !exceeded();
    }

    void leave() {
        level--;
    }

    /** Counts a formula put in as a whole. */
    void add(Scope.Bound bound) {
        nodes += bound.nodes();
        deepest = Math.max(deepest, level + bound.height());
    }

    /** Counts a definition that is put into another formula; false when there have been too many. */
    boolean insert() {
        return ++inserted <= MOST_INSERTIONS;
    }

    long nodes() {
        return nodes;
    }

    /** Starts to measure the height of a part; returns what {@link #height} needs. */
    int mark() {
        int before = deepest;
        deepest = level;
        return before;
    }

    /** Height of the part expanded since {@link #mark}. */
    int height(int before) {
        int height = deepest - level;
        deepest = Math.max(deepest, before);
        return height;
    }

    boolean exceeded() {
        return nodes > MOST_NODES || deepest > MOST_LEVELS || all + nodes > MOST_IN_ALL;
    }
}
