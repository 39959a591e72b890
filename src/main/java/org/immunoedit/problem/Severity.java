package org.immunoedit.problem;

import java.util.Locale;

/** How bad a problem is: an error stops the run before it starts, a warning does not. */
public enum Severity {
    ERROR,
    WARNING;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
