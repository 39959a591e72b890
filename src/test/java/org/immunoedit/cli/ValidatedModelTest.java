package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code validate} of a model alone finds what is wrong with its outcome, once and at its place. */
class ValidatedModelTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"tumor\": \"U\"}|3:23: error: /outcome/tumor: \"U\" is not a column",
                "{\"tumor\": \"T\", \"escaped_above\": \"1 kg\"}|/outcome/escaped_above:",
                "{\"tumr\": \"T\"}|3:14: error: /outcome/tumr: \"tumr\" is not a known key (did you mean \"tumor\"?)"
            })
    void aFaultyOutcomeIsToldOnce(String outcome, String fault) throws IOException {
        Shell.Result result = validate(outcome);
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains(fault);
        assertThat(result.err().lines()).hasSize(1);
    }

    @Test
    void aSoundOutcomeIsNoFault() throws IOException {
        assertThat(validate("{\"tumor\": \"T\"}").code()).isZero();
    }

    private Shell.Result validate(String outcome) throws IOException {
        Path file = directory.resolve("toy.json");
        Files.writeString(file, """
                {"name": "toy", "time": "d", "states": {"T": {"unit": "cell", "initial": 1}},
                 "rates": {"T": "-T * k"}, "parameters": {"k": {"value": 1, "unit": "1/d"}},
                 "outcome": %s}
                """.formatted(outcome));
        return new Shell(new Workbench()).run("validate", file);
    }
}
