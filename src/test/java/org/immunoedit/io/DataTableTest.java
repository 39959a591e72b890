package org.immunoedit.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataTableTest {
    private final Problems problems = new Problems();

    @Test
    void readsNumbersGapsAndWords() {
        DataTable table = read("time, T ,phase,odd\n0,1e6,escape,\n1.5,,escape,NA\r\n\n-2,.5,\"a,b\",NaN\n")
                .orElseThrow();
        assertThat(table.names()).containsExactly("time", "T", "phase", "odd");
        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.numbers("time", problems).orElseThrow()).containsExactly(0, 1.5, -2);
        assertThat(table.numbers("T", problems).orElseThrow()).containsExactly(1e6, Double.NaN, 0.5);
        assertThat(table.numbers("odd", problems).orElseThrow()).containsOnly(Double.NaN);
        assertThat(table.isWords("phase")).isTrue();
        assertThat(table.isWords("T")).isFalse();
        assertThat(table.texts("phase")).containsExactly("escape", "escape", "a,b");
        assertThat(table.texts("T")).containsExactly("1000000", "", "0.5");
        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void growsBeyondItsFirstRoom() {
        StringBuilder csv = new StringBuilder("\uFEFFx\n");
        for (int i = 0; i < 1000; i++) {
            csv.append(i).append('\n');
        }
        DataTable table = read(csv.toString()).orElseThrow();
        assertThat(table.numbers("x", problems).orElseThrow()).hasSize(1000).endsWith(998, 999);
    }

    @Test
    void aColumnThatTurnsIntoTextIsNotOneOfWords() {
        DataTable table = read("t,T\n0,1\n1,1d\n").orElseThrow();
        assertThat(table.isWords("T")).isFalse();
        assertThat(table.numbers("T", problems)).isEmpty();
        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .containsExactly("f.csv:3:1: error: \"1d\" in column \"T\" is not a number; expected a number, or"
                        + " nothing where one is missing");
    }

    @Test
    void aColumnThatIsNotThereIsNamedWithItsNearest() {
        DataTable table = read("time,tumor\n0,1\n").orElseThrow();
        assertThat(table.numbers("tumour", problems)).isEmpty();
        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .containsExactly("f.csv:1:1: error: there is no column \"tumour\"; expected one of time, tumor (did you"
                        + " mean \"tumor\"?)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|the table is empty",
                "a,b\\n1\\n|this line has 1 fields",
                "a,a\\n|column \"a\" appears twice",
                "a,,b\\n|a column has no name",
                "a\\n\"1\\n|the table cannot be read"
            })
    void refusesWhatIsNoTable(String csv, String words) {
        assertThat(read(csv.replace("\\n", "\n"))).isEmpty();
        assertThat(problems.sorted())
                .singleElement()
                .satisfies(p -> assertThat(p.found()).startsWith(words));
    }

    @Test
    void refusesBytesThatAreNoText() throws IOException {
        byte[] bytes = {'a', '\n', (byte) 0xFF, '\n'};
        assertThat(DataTable.read(new ByteArrayInputStream(bytes), "f.csv", problems))
                .isEmpty();
        assertThat(problems.sorted())
                .singleElement()
                .satisfies(p -> assertThat(p.code()).isEqualTo("encoding"));
    }

    private Optional<DataTable> read(String csv) {
        try {
            return DataTable.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "f.csv", problems);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
