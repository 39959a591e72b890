package org.immunoedit.sweep;

import java.util.Optional;
import org.immunoedit.outcome.Phase;
import org.immunoedit.outcome.Response;

/**
 * How one run of a sweep ended.
 *
 * @param status {@code ok}, {@code skipped}, or {@code failed:} and a reason
 * @param phase empty if the run did not end well or is not judged
 * @param response empty likewise
 */
public record Fate(String status, Optional<Phase> phase, Optional<Response> response) {
    /** Status of a run that ended well. */
    public static final String OK = "ok";

    /** Whether the run ended well. */
    public boolean good() {
        return status.equals(OK);
    }
}
