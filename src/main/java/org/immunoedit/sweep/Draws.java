package org.immunoedit.sweep;

import java.nio.charset.StandardCharsets;

/**
 * Uniform random numbers that are a function of (seed, point, name): each name has a SplitMix64 stream (Steele, Lea,
 * Flood 2014, OOPSLA) that is read at the position of the point.
 */
final class Draws {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1p-53;

    private final long key;

    /** The stream of a name under a seed. */
    Draws(long seed, String name) {
        long hash = mix(seed + GOLDEN);
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = mix(hash ^ (b & 0xffL)) + GOLDEN;
        }
        key = hash;
    }

    /** 64 random bits at a position. */
    long bits(long position) {
        return mix(key + (position + 1) * GOLDEN);
    }

    /** A number within (0, 1), never an end. */
    double uniform(long position) {
        return ((bits(position) >>> 11) + 0.5) * UNIT;
    }

    /** A random order of 0 … n−1 (Fisher and Yates). */
    int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = (int) Math.multiplyHigh(bits(i) >>> 1, 2L * (i + 1));
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** The finalizer of SplitMix64. */
    static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
