package org.immunoedit.model;

import java.util.List;
import org.immunoedit.problem.Place;

/**
 * Values of a name: one number, or for an indexed family a list or a list of rows. A scalar is spread over a family.
 */
public sealed interface Values permits Literal, Values.Row {
    /** Where the value stands. */
    Place place();

    /** One value per member of the first index. */
    record Row(List<Values> items, Place place) implements Values {
        public Row {
            items = List.copyOf(items);
        }
    }
}
