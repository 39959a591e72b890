package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.immunoedit.cli.Trial.Table;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Published models in our format with trajectories made by two other integrators, beside the project. */
class SharedSamplesTest {
    private static final Path SAMPLES = Path.of("..", "shared", "samples");
    /** The references agree among themselves to 1.3e-7 of a column's range at worst. */
    private static final double SHARE = 1e-7;

    @TestFactory
    Stream<DynamicTest> trajectoriesAgree() throws IOException {
        boolean present = Files.exists(SAMPLES.resolve("manifest.csv"));
        if (!present) {
            System.out.println("SharedSamplesTest skipped: " + SAMPLES + " is not beside the project");
        }
        assumeTrue(present, SAMPLES + " is not beside the project");
        return Files.readAllLines(SAMPLES.resolve("manifest.csv")).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .map(id -> DynamicTest.dynamicTest(id, () -> compare(id)));
    }

    private static void compare(String id) throws IOException {
        Shell.Result result = new Shell(new Workbench()).run("run", SAMPLES.resolve(id + ".scenario.json"));
        assertThat(result.code()).as(result.err()).isZero();
        Table ours = Table.of(result.out());
        Table reference = Table.of(Files.readString(SAMPLES.resolve(id + ".csv")));
        assertThat(ours.columns().keySet())
                .containsExactlyElementsOf(reference.columns().keySet());
        double[] times = reference.numbers("time");
        for (String column : ours.columns().keySet()) {
            double[] a = ours.numbers(column);
            double[] b = reference.numbers(column);
            assertThat(a).hasSameSizeAs(b);
            double range = Arrays.stream(b).map(Math::abs).max().orElseThrow();
            for (int i = 0; i < a.length; i++) {
                assertThat(Math.abs(a[i] - b[i])).as(column + " at " + times[i]).isLessThanOrEqualTo(SHARE * range);
            }
        }
    }
}
