package org.immunoedit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTest {
    @ParameterizedTest
    @CsvSource({
        "0007, \\u0007",
        "001b, \\u001b",
        "0085, \\u0085",
        "202e, \\u202e",
        "2028, \\u2028",
        "feff, \\ufeff",
        "d800, \\ud800",
        "000a, \\n",
        "000d, \\r",
        "0009, \\t",
        "00e9, é"
    })
    void whatHidesIsWrittenOut(String code, String shown) {
        assertThat(Visible.of("a" + (char) Integer.parseInt(code, 16) + "b")).isEqualTo("a" + shown + "b");
    }

    @Test
    void beyondTheFirstPlane() {
        assertThat(Visible.of("\uD83D\uDE00")).isEqualTo("\uD83D\uDE00");
        assertThat(Visible.of("x\uDB40\uDC01")).isEqualTo("x\\u{e0001}");
    }

    @Test
    void aProblemIsOneLine() {
        Place place = new Place("a\nb.json", 1, 2, "/x\u001b[31m");
        assertThat(Problem.error("name", place, "\"T\r\n\" is new", "\u0000"))
                .hasToString("a\\nb.json:1:2: error: /x\\u001b[31m: \"T\\r\\n\" is new; expected \\u0000");
    }
}
