package org.immunoedit.cli;

import java.util.List;
import java.util.Optional;
import org.immunoedit.outcome.Phase;
import org.immunoedit.sweep.Fate;

/**
 * What the summary of a sweep needs of one row.
 *
 * @param point counted from 1
 * @param arm its name, empty if nothing is compared
 * @param moved phases under moved definitions, one for each of them
 * @param endpoints one for each endpoint of the table, NaN where the field is empty or was not asked for
 * @param progressed when the tumor progressed, NaN if it did not
 * @param free when it was last seen free of progression, NaN if it progressed or was not assessed
 */
record SummaryRow(
        long point,
        String arm,
        Fate fate,
        List<Optional<Phase>> moved,
        double[] endpoints,
        double progressed,
        double free) {}
