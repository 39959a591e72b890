package org.immunoedit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keeps the sources to the architecture's table, and the table free of cycles. */
class LayersTest {
    private static final Path ROOT = Path.of("src/main/java/org/immunoedit");

    @Test
    void sourcesKeepToTheirLayer() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path file : sources()) {
            Layers.faults(home(file), Files.readString(file)).forEach(fault -> faults.add(file + ": " + fault));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void packagesHaveNoCycle() throws IOException {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (Path file : sources()) {
            uses.computeIfAbsent(home(file), home -> new TreeSet<>())
                    .addAll(Layers.uses(home(file), Files.readString(file)));
        }
        assertThat(uses).isNotEmpty();
        assertThat(cycle(uses)).isEmpty();
    }

    @Test
    void theTableItselfHasNoCycle() {
        assertThat(cycle(Layers.MAY_USE)).isEmpty();
    }

    @Test
    void cyclesAreFound() {
        assertThat(cycle(Map.of("a", Set.of("b"), "b", Set.of("c"), "c", Set.of("a"), "d", Set.of())))
                .containsExactly("a", "b", "c");
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        for (Path file : sources()) {
            assertThat(file.resolveSibling("package-info.java")).exists();
        }
    }

    @Test
    void typesAreNamedAfterThings() throws IOException {
        for (Path file : sources()) {
            assertThat(file.getFileName().toString()).doesNotMatch(".*(Manager|Helper|Utils?|Impl)\\.java");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "ode    # import org.immunoedit.problem.Problem;            # ode may not use problem",
                "engine # var m = org.immunoedit.model.Model.EMPTY;         # engine may not use model",
                "io     # import static org.immunoedit.engine.Auto.AUTO;    # io may not use engine",
                "sim    # import com.fasterxml.jackson.core.JsonParser;     # sim may not import com.fasterxml.jackson",
                "io     # import org.junit.jupiter.api.Test;                # io may not import org.junit",
                "model  # int n = org.objectweb.asm.Opcodes.V17;            # model may not use org.objectweb.asm.*",
                "sim    # System.out.println(1);                            # sim may not touch the process",
                "sweep  # long now = System.currentTimeMillis();            # sweep may not touch the process",
                "io     # } catch (IOException | RuntimeException e) {      # io may not catch everything",
                "io     # } catch (final Exception e) {                     # io may not catch everything",
                "gizmo  # int a;                                            # package gizmo is not in the architecture"
            })
    void violationsAreFound(String home, String source, String fault) {
        assertThat(Layers.faults(home, source)).hasSize(1).first().asString().startsWith(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "ode # /** See {@link org.immunoedit.problem.Problem}. */ int a;",
                "ode # String s = \"org.immunoedit.problem \\\" System.out\";",
                "ode # // System.exit(1)",
                "io  # import com.fasterxml.jackson.core.JsonParser;",
                "io  # } catch (IllegalStateException e) {",
                "cli # } catch (RuntimeException e) { System.exit(70); }"
            })
    void whatIsAllowedPasses(String home, String source) {
        assertThat(Layers.faults(home, source)).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static String home(Path file) {
        return ROOT.relativize(file).getName(0).toString();
    }

    /** A cycle of the graph, or nothing: what cannot be peeled off from its leaves. */
    private static List<String> cycle(Map<String, Set<String>> uses) {
        Set<String> left = new TreeSet<>(uses.keySet());
        Deque<String> leaves = new ArrayDeque<>();
        do {
            leaves.clear();
            left.stream()
                    .filter(name -> uses.get(name).stream().noneMatch(left::contains))
                    .forEach(leaves::add);
            left.removeAll(leaves);
        } while (!leaves.isEmpty());
        return List.copyOf(left);
    }
}
