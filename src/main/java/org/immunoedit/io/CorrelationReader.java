package org.immunoedit.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.sweep.Correlation;

/** Reads rank correlations between varied names. */
final class CorrelationReader {
    private final List<String> names;
    private final Problems problems;

    /** @param names what is varied, in the order of the matrix */
    CorrelationReader(List<String> names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    /** Reads {@code {"parameters.a": {"parameters.c": 0.5}}}; empty after an error. */
    Optional<Correlation> read(Json.Object object) {
        double[][] matrix = new double[names.size()][names.size()];
        for (Json.Member first : object.members().values()) {
            Shape.object(first.value(), "an object such as {\"parameters.c\": 0.5}", problems)
                    .ifPresent(inner -> inner.members().values().forEach(second -> set(matrix, first, second)));
        }
        Optional<Correlation> correlation = Correlation.of(rows(matrix));
        if (correlation.isEmpty()) {
            problems.error("value", object.place(), "no numbers correlate so", "correlations that hold together");
        }
        return correlation;
    }

    private void set(double[][] matrix, Json.Member first, Json.Member second) {
        int i = index(first);
        int j = index(second);
        Optional<Json.Number> number = Shape.number(second.value(), "a number from -1 to 1", problems);
        if (i < 0 || j < 0 || number.isEmpty()) {
            return;
        }
        double rho = number.get().value();
        if (i == j || !(Math.abs(rho) < 1)) {
            problems.error(
                    "range",
                    second.value().place(),
                    number.get().source() + " is not a correlation of two names",
                    "a number between -1 and 1");
            return;
        }
        matrix[i][j] = rho;
        matrix[j][i] = rho;
    }

    private int index(Json.Member member) {
        int index = names.indexOf(member.key().strip());
        if (index < 0) {
            problems.add(Problem.error(
                            "unknown-key",
                            member.place(),
                            "\"" + member.key() + "\" is not varied",
                            "a name under \"vary\"")
                    .withHint(Nearest.hint(member.key(), names)));
        }
        return index;
    }

    private static List<List<Double>> rows(double[][] matrix) {
        List<List<Double>> rows = new ArrayList<>();
        for (double[] row : matrix) {
            rows.add(java.util.Arrays.stream(row).boxed().toList());
        }
        return rows;
    }
}
