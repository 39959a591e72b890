package org.immunoedit.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is shipped, and under which licenses: a jar that is not listed here has been examined by nobody. */
class DependenciesIT {
    private static final Path LIBRARIES = Path.of("target/immunoedit/lib");
    private static final Map<String, List<String>> EXAMINED = Map.of(
            "Apache-2.0",
            List.of(
                    "immunoedit",
                    "batik-awt-util",
                    "batik-constants",
                    "batik-i18n",
                    "batik-shared-resources",
                    "batik-svggen",
                    "batik-util",
                    "commons-io",
                    "commons-logging",
                    "commons-math3",
                    "jackson-annotations",
                    "jackson-core",
                    "jackson-databind",
                    "picocli",
                    "xmlgraphics-commons"),
            "MIT",
            List.of("fastcsv"),
            "BSD-3-Clause",
            List.of("asm"),
            "LGPL-2.1-or-later",
            List.of("jfreechart"));

    @Test
    void everyJarHasALicenseThatWasExamined() throws IOException {
        try (Stream<Path> files = Files.list(LIBRARIES)) {
            List<String> jars = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .map(name -> name.substring(0, name.length() - ".jar".length()))
                    .toList();
            assertThat(jars)
                    .containsExactlyInAnyOrderElementsOf(
                            EXAMINED.values().stream().flatMap(List::stream).toList());
        }
    }

    @Test
    void theNoticeNamesThem() throws IOException {
        String notice = Files.readString(LIBRARIES.resolve("NOTICE"));
        EXAMINED.values().stream()
                .flatMap(List::stream)
                .map(name -> name.startsWith("batik-") ? "batik-*" : name)
                .forEach(name -> assertThat(notice).contains(name));
        assertThat(LIBRARIES.resolve("LICENSE")).exists();
        assertThat(LIBRARIES.resolve("LGPL-2.1")).exists();
    }
}
