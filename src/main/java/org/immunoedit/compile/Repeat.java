package org.immunoedit.compile;

import java.util.Map;

/**
 * Statements that differ only in the places they read and write: a family's rates, a long sum. They become a loop.
 *
 * @param start first of the statements
 * @param period statements per round
 * @param count rounds; 1 for a statement that is not repeated
 * @param strides for a leaf of the first round, or {@code ~k} for an output of it: how far its place moves per round
 * @param rowStrides for an output {@code ~k} of the first round: how far its row moves per round
 * @param carried for a value from before the first round: the statement that replaces it for the next round
 */
record Repeat(
        int start,
        int period,
        int count,
        Map<Integer, Integer> strides,
        Map<Integer, Integer> rowStrides,
        Map<Integer, Integer> carried) {
    /** A statement on its own. */
    static Repeat once(int statement) {
        return new Repeat(statement, 1, 1, Map.of(), Map.of(), Map.of());
    }

    boolean isLoop() {
        return count > 1;
    }

    /** Position after the last statement. */
    int end() {
        return start + period * count;
    }

    int stride(int item) {
        return strides.getOrDefault(item, 0);
    }

    int rowStride(int output) {
        return rowStrides.getOrDefault(output, 0);
    }
}
