package org.immunoedit.io;

import java.util.Locale;
import org.immunoedit.problem.Place;

/**
 * A definition of the outcome that is moved to see which labels flip.
 *
 * @param what is moved
 * @param factor it is multiplied by (1)
 * @param place of the factor
 */
public record Moved(Definition what, double factor, Place place) {
    /** What can be moved. */
    public enum Definition {
        /** The line below which there is no tumor. */
        ELIMINATED_BELOW,
        /** The line from which on the tumor has escaped. */
        ESCAPED_ABOVE,
        /** The length of the run; only to a shorter one. */
        HORIZON;

        /** As in a scenario. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As in names of columns: {@code horizon_x0.75}. */
    public String name() {
        return what + "_x" + NumberText.of(factor);
    }
}
