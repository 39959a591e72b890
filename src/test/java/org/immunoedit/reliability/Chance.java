package org.immunoedit.reliability;

import java.util.List;
import java.util.Random;

/** Seeded choices of a generator. */
final class Chance {
    private static final String[] ODD_NUMBERS = {
        "0",
        "-0",
        "-1",
        "1e308",
        "1e400",
        "-1e400",
        "1e-320",
        "4.9e-324",
        "1e-400",
        "2147483647",
        "2147483648",
        "-2147483649",
        "9223372036854775808",
        "1e9",
        "1e18",
        "0.1",
        "1e-9",
        "1.7976931348623157e308",
        "123456789012345678"
    };
    /** What is not a JSON number, though it looks like one. */
    private static final String[] NO_NUMBERS = {
        "NaN", "Infinity", "-Infinity", "0x10", "01", "+1", ".5", "1.", "1e", "1e+", "--1", "1_000", "1,5", "1f", "٣"
    };

    private final Random random;

    Chance(long seed, long trial) {
        random = new Random(seed * 0x9E3779B97F4A7C15L + trial * 0xD1B54A32D192ED03L);
        random.nextLong();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From {@code least} to {@code most}, both included. */
    int from(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    @SafeVarargs
    final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** An everyday number above 0. */
    String number() {
        return pick("1", "2", "0.5", "10", "100", "1e-3", "0.25", "3.5", "1e6", "2.5e-2", "" + from(1, 99));
    }

    /** A number at the edge of what there is. */
    String oddNumber() {
        return pick(ODD_NUMBERS);
    }

    String noNumber() {
        return pick(NO_NUMBERS);
    }
}
