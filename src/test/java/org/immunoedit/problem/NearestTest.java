package org.immunoedit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KNOWN = List.of("amount", "at", "every", "eliminated_below");

    @ParameterizedTest
    @CsvSource({
        "amont, amount", // one letter missing
        "amuont, amount", // two swapped
        "AMOUNT, amount",
        "evry, every",
        "ats, at", // one more letter than a third of two
        "eliminatedbelow, eliminated_below",
        "ammmount, amount",
    })
    void aMisspeltNameIsFound(String word, String name) {
        assertThat(Nearest.of(word, KNOWN)).contains(name);
    }

    @ParameterizedTest
    @CsvSource({"amo", "ever after", "x"})
    void aNameOfWhichMoreThanAThirdWouldChangeIsNotMeant(String word) {
        assertThat(Nearest.of(word, List.of("amount", "every", "until"))).isEmpty();
    }

    // a table of 60,000 by 60,000 numbers would take 14 GB
    @Test
    void namesOfManyLettersTakeNoMemory() {
        String endless = "1+".repeat(30_000);
        assertThat(Nearest.of(endless, List.of(endless + "1"))).isEmpty();
        assertThat(Nearest.of("amont", List.of(endless, "amount"))).contains("amount");
    }
}
