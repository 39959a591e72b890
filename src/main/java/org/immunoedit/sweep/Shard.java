package org.immunoedit.sweep;

/**
 * A contiguous part of a plan; all parts together are the plan.
 *
 * @param number from 1 to {@code of}
 */
public record Shard(int number, int of) {
    /** Everything. */
    public static final Shard WHOLE = new Shard(1, 1);

    public Shard {
        if (!(number >= 1 && number <= of)) {
            throw new IllegalArgumentException("no shard " + number + " of " + of);
        }
    }

    /** Its first point of a plan of so many, counted from 0. */
    public long first(long points) {
        return start(number - 1L, points);
    }

    /** The point behind its last one. */
    public long end(long points) {
        return start(number, points);
    }

    private long start(long shard, long points) {
        return points / of * shard + points % of * shard / of;
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
