package org.immunoedit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {
    @ParameterizedTest
    @EnumSource(Catalogue.class)
    void theIndexNamesExactlyTheDocuments(Catalogue catalogue) throws IOException {
        Path folder = Path.of("src/main/resources/org/immunoedit", catalogue.file("x"))
                .getParent();
        List<String> documents = List.of();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                documents = files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".json"))
                        .map(name -> name.substring(0, name.length() - 5))
                        .toList();
            }
        }
        assertThat(catalogue.names())
                .containsExactlyInAnyOrderElementsOf(documents)
                .isSorted();
        catalogue
                .names()
                .forEach(name -> assertThat(catalogue.open(name)).as(name).isPresent());
    }

    @ParameterizedTest
    @EnumSource(Catalogue.class)
    void opensNothingElse(Catalogue catalogue) {
        assertThat(catalogue.open("INDEX")).isEmpty();
        assertThat(catalogue.open("../models/kuznetsov-1994")).isEmpty();
        assertThat(catalogue.open("")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Catalogue.class)
    void namesTheFileForMessages(Catalogue catalogue) {
        assertThat(catalogue.file("abc"))
                .isEqualTo(catalogue == Catalogue.MODELS ? "models/abc.json" : "agents/abc.json");
    }
}
