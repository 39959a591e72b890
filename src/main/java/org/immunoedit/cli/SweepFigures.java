package org.immunoedit.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.figure.Figure;
import org.immunoedit.figure.View;
import org.immunoedit.problem.Problem;

/** The figures of a sweep. */
record SweepFigures(Path directory, View view, Optional<String> endpoint, List<Problem> warnings) {
    Figure first() {
        throw new IllegalStateException();
    }
    Map<String, Figure> all() {
        return new LinkedHashMap<>();
    }
}
