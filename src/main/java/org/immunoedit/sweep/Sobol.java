package org.immunoedit.sweep;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A Sobol' sequence, scrambled as Owen (1995) proposed: each bit is flipped or not, at random, depending on the bits
 * above it. That keeps the even cover and makes every point uniformly distributed. Initial numbers: Joe and Kuo 2008,
 * SIAM J Sci Comput 30:2635, set new-joe-kuo-6.21201.
 */
final class Sobol implements Cube {
    /** Names that the table of initial numbers is enough for. */
    static final int MOST_NAMES = 200;

    private static final int BITS = 32;
    private static final String TABLE = "joe-kuo-6";

    private final List<Draws> scrambling;
    private final int[][] directions;

    /** A sequence scrambled by one stream per name. */
    Sobol(List<Draws> scrambling) {
        if (scrambling.size() > MOST_NAMES) {
            throw new IllegalArgumentException(scrambling.size() + " names are more than " + MOST_NAMES);
        }
        this.scrambling = scrambling;
        directions = directions(scrambling.size());
    }

    @Override
    public double[] at(long point) {
        double[] u = new double[directions.length];
        for (int j = 0; j < u.length; j++) {
            int x = 0;
            for (int bit = 0; bit < BITS; bit++) {
                x ^= (point >>> bit & 1) == 0 ? 0 : directions[j][bit];
            }
            u[j] = scrambled(x, scrambling.get(j), point);
        }
        return u;
    }

    private static double scrambled(int x, Draws stream, long point) {
        int flips = 0;
        for (int bit = 0; bit < BITS; bit++) {
            // the bits above, with a one before them so that no two positions share a number
            long above = bit == 0 ? 1 : 1L << bit | x >>> BITS - bit & 0xffffffffL;
            flips |= (int) (stream.bits(~above) >>> 63) << BITS - 1 - bit;
        }
        return ((x ^ flips) & 0xffffffffL) * 0x1p-32 + stream.uniform(point) * 0x1p-32;
    }

    /** Direction numbers of the first names: the first has powers of two only, the others come from the table. */
    private static int[][] directions(int names) {
        int[][] result = new int[names][];
        try (InputStream in = Objects.requireNonNull(Sobol.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            lines.readLine(); // the heading
            for (int j = 0; j < names; j++) {
                result[j] =
                        j == 0 ? powers() : recurrence(lines.readLine().strip().split("\\s+"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return result;
    }

    private static int[] powers() {
        int[] v = new int[BITS];
        Arrays.setAll(v, k -> 1 << BITS - 1 - k);
        return v;
    }

    /** A line {@code d s a m_1 … m_s}: degree, coefficients of the primitive polynomial, initial numbers. */
    private static int[] recurrence(String[] line) {
        int s = Integer.parseInt(line[1]);
        int a = Integer.parseInt(line[2]);
        int[] v = new int[BITS];
        for (int k = 0; k < BITS; k++) {
            if (k < s) {
                v[k] = Integer.parseInt(line[3 + k]) << BITS - 1 - k;
                continue;
            }
            v[k] = v[k - s] ^ v[k - s] >>> s;
            for (int i = 1; i < s; i++) {
                v[k] ^= (a >> s - 1 - i & 1) * v[k - i];
            }
        }
        return v;
    }
}
