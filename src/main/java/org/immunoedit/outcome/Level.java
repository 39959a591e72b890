package org.immunoedit.outcome;

/** On which side of a level the tumor is, and since when. */
final class Level {
    private final double level;
    private boolean below;
    private boolean everAbove;
    private double since;

    Level(double level, double t, double value) {
        this.level = level;
        below = value < level;
        everAbove = value >= level;
        since = t;
    }

    void see(Piece piece) {
        boolean now = piece.end() < level;
        if (now != below) {
            since = piece.crossing(level);
            below = now;
        }
        everAbove |= piece.end() >= level;
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
