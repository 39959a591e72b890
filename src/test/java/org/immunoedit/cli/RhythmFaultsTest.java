package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One slip in when doses are repeated is one message. */
class RhythmFaultsTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"every\": \"3 dd\", \"doses\": 3 | /therapies/0/every: \"3 dd\" is not an interval",
                "\"every\": 0, \"until\": 4 | /therapies/0/every: 0 is not above 0",
                "\"evry\": 3, \"doses\": 3 | /therapies/0/evry: \"evry\" is not a known key (did you mean \"every\"?)",
                "\"eevry\": 3, \"until\": 3 | /therapies/0/eevry: \"eevry\" is not a known key (did you mean \"every\"?)",
                "\"iii\": 3, \"addl\": 3 | /therapies/0/iii: \"iii\" is not a known key (did you mean \"ii\"?)",
                "\"cycel\": {}, \"doses\": 3 | /therapies/0/cycel: \"cycel\" is not a known key (did you mean \"cycle\"?)",
                "\"every\": 3, \"dozes\": 3 | /therapies/0/dozes: \"dozes\" is not a known key (did you mean \"doses\"?)",
                "\"doses\": 3 | /therapies/0/doses: \"doses\" without \"every\"; expected the time from dose to dose",
                "\"until\": 3 | /therapies/0/until: \"until\" without \"every\"; expected the time from dose to dose",
                "\"bouts\": 1, \"doses\": 3 | /therapies/0/doses: \"doses\" without \"every\"",
            })
    void aSlipIsToldOnce(String members, String message) throws IOException {
        Path file = Files.writeString(directory.resolve("s.json"), """
                {"model": "kuznetsov-1994", "time": {"end": 5},
                 "therapies": [{"into": "E", "amount": 1, MEMBERS}]}""".replace("MEMBERS", members));
        Shell.Result result = Shell.whole().run("validate", file);
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("s.json:2:", message);
        assertThat(result.err().lines()).hasSize(members.contains("bouts") ? 2 : 1);
    }
}
