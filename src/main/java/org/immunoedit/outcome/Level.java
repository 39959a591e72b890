package org.immunoedit.outcome;

/**
 * On which side of a level the tumor is, and since when.
 *
 * <p>A tumor within rounding of a level counts as across it: an event that stops a run at the level stops it there, not
 * beyond.
 */
final class Level {
    private static final double ROUNDING = 1e-9;

    private final double level;
    private final double line;
    private final double log;
    private boolean below;
    private boolean everAbove;
    private double since;

    private Level(double level, double line, double t, double value) {
        this.level = level;
        this.line = line;
        log = Math.log(level);
        below = value < line;
        everAbove = value >= level;
        since = t;
    }

    /** A level that matters on the way up. */
    static Level upwards(double level, double t, double value) {
        return new Level(level, level * (1 - ROUNDING), t, value);
    }

    /** A level that matters on the way down. */
    static Level downwards(double level, double t, double value) {
        return new Level(level, level * (1 + ROUNDING), t, value);
    }

    void see(Piece piece) {
        boolean now = piece.end() < line;
        if (now != below) {
            since = piece.crossing(line);
            below = now;
        }
        everAbove |= piece.end() >= level;
    }

    /** Whether a course from here may leave this side on its way between two values. */
    boolean mayCross(double low, double high) {
        return low < line != below || high < line != below;
    }

    /** Where the side changes: the level to rounding. */
    double line() {
        return line;
    }

    /** ln of the level. */
    double log() {
        return log;
    }

    double level() {
        return level;
    }

    boolean isBelow() {
        return below;
    }

    /** Whether the level was ever reached. */
    boolean everAbove() {
        return everAbove;
    }

    /** When the tumor last changed its side, or the start (model time). */
    double since() {
        return since;
    }
}
