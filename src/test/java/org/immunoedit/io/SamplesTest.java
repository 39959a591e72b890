package org.immunoedit.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immunoedit.problem.Problems;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Reads the shared sample models and scenarios, where they are present beside the project. */
class SamplesTest {
    private static final Path SAMPLES = Path.of("..", "shared", "samples");

    @Test
    void everyModelReadsWithoutAProblem() throws IOException {
        for (Path file : files(".model.json")) {
            Problems problems = new Problems();
            Optional<ModelDocument> model = json(file, problems).flatMap(j -> ModelReader.read(j, problems));
            assertThat(problems.sorted()).as(file.toString()).isEmpty();
            assertThat(model.orElseThrow().model().rates())
                    .hasSameSizeAs(model.orElseThrow().model().states());
        }
    }

    @Test
    void everyScenarioReadsWithoutAProblem() throws IOException {
        for (Path file : files(".scenario.json")) {
            Problems problems = new Problems();
            Optional<Scenario> scenario =
                    json(file, problems).flatMap(j -> ScenarioReader.read(j, agent -> Optional.empty(), problems));
            assertThat(problems.sorted()).as(file.toString()).isEmpty();
            assertThat(scenario.orElseThrow().solver().rtol()).isEqualTo(1e-9);
            assertThat(scenario.orElseThrow().model().isPath()).isTrue();
        }
    }

    private static List<Path> files(String ending) throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SAMPLES), "no sample models beside the project");
        try (Stream<Path> files = Files.list(SAMPLES)) {
            List<Path> found =
                    files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    private static Optional<Json> json(Path file, Problems problems) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return JsonReader.read(in, file.getFileName().toString(), problems);
        }
    }
}
