package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.immunoedit.model.Catalogue;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents with a few characters changed are read, or refused in words; never a bug, never a stack trace. */
class MutatedDocumentsTest {
    private static final int TRIALS = Integer.getInteger("immunoedit.mutations", 40);
    private static final String[] PIECES = {
        "\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "-",
        "1e400",
        "0",
        "\u0000",
        "é",
        "//",
        "/*",
        "NaN",
        "T",
        "(",
        ")",
        "^",
        "\\u00",
        "null",
        "true",
        "1e-320",
        "9999999999",
        "\n",
        " mg",
        "time",
        "sum(i,",
        "if(",
        "\uFEFF",
        "*",
        "doses",
        "every"
    };

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void mutatedScenariosAndModels(long seed) throws IOException {
        List<byte[]> originals = originals();
        Random random = new Random(seed);
        for (int trial = 0; trial < TRIALS; trial++) {
            byte[] mutant = mutate(originals.get(random.nextInt(originals.size())), random);
            Path file = Files.write(directory.resolve("mutant.json"), mutant);
            Shell.Result result = new Shell(new Workbench()).run("validate", file);
            String report = "seed " + seed + " trial " + trial + "\n" + result.err() + "\n"
                    + new String(mutant, StandardCharsets.UTF_8);
            assertThat(result.code()).as(report).isIn(0, 3);
            assertThat(result.err()).as(report).doesNotContain("\tat ").doesNotContain("internal error");
        }
    }

    private static List<byte[]> originals() throws IOException {
        try (Stream<Path> scenarios = Files.walk(Path.of("scenarios"))) {
            Stream<byte[]> models = Catalogue.MODELS.names().stream()
                    .map(name -> Catalogue.MODELS.open(name).orElseThrow());
            Stream<byte[]> agents = Catalogue.AGENTS.names().stream()
                    .map(name -> Catalogue.AGENTS.open(name).orElseThrow());
            List<byte[]> files = scenarios
                    .filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .map(MutatedDocumentsTest::read)
                    .toList();
            return Stream.concat(files.stream(), Stream.concat(models, agents)).toList();
        }
    }

    private static byte[] read(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] mutate(byte[] original, Random random) {
        StringBuilder text = new StringBuilder(new String(original, StandardCharsets.UTF_8));
        for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(6));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, PIECES[random.nextInt(PIECES.length)]);
                case 2 -> text.replace(from, to, PIECES[random.nextInt(PIECES.length)]);
                default -> text.setCharAt(from, (char) (32 + random.nextInt(95)));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
