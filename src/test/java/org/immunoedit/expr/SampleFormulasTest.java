package org.immunoedit.expr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The formulas of published models written in our format by someone else. */
class SampleFormulasTest {
    private static final Path SAMPLES = Path.of("..", "shared", "samples");

    @Test
    void areReadPrintedAndSimplified() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SAMPLES), "no " + SAMPLES + ": formulas of sample models not tried");
        List<String> formulas = new ArrayList<>();
        try (Stream<Path> files = Files.list(SAMPLES)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".model.json")).toList()) {
                collect(new ObjectMapper().readTree(file.toFile()), formulas);
            }
        }
        assertThat(formulas).hasSizeGreaterThan(200);
        for (String text : formulas) {
            Problems problems = new Problems();
            Expr expr = Parser.parse(text, Place.startOf("sample"), problems)
                    .orElseThrow(() -> new AssertionError(problems.sorted()));
            assertThat(Formulas.formula(Printer.print(expr))).isEqualTo(expr);
            double value = Evaluator.value(expr, 3.5, name -> 0.5 + name.length() * 0.1);
            double simplified = Evaluator.value(Simplifier.simplify(expr), 3.5, name -> 0.5 + name.length() * 0.1);
            assertThat(simplified).as(text).isEqualTo(value);
        }
    }

    private static void collect(JsonNode model, List<String> formulas) {
        model.path("rates").forEach(rate -> formulas.add(rate.asText()));
        for (String key : List.of("definitions", "observables")) {
            model.path(key)
                    .forEach(definition -> formulas.add(definition.path("is").asText()));
        }
    }
}
