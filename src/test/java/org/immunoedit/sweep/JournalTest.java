package org.immunoedit.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    private Path directory;

    @Test
    void wherverAProcessDiesCompleteLinesAreKept() throws IOException {
        Path table = directory.resolve("t.csv");
        byte[] whole = "point,ß\n1,a\n2,bb\n3,c\n".getBytes(UTF_8);
        for (int length = 0; length <= whole.length; length++) {
            Files.write(Journal.unfinished(table), java.util.Arrays.copyOf(whole, length));
            List<String> kept = new ArrayList<>();
            try (Journal journal = Journal.open(table, "point,ß", kept::add)) {
                int next = kept.size() + 1;
                for (String line : List.of("1,a\n", "2,bb\n", "3,c\n").subList(next - 1, 3)) {
                    journal.append(line.getBytes(UTF_8));
                }
                journal.finish();
            }
            assertThat(table).hasBinaryContent(whole);
            assertThat(Journal.unfinished(table)).doesNotExist();
        }
    }

    @Test
    void theFirstUnfitLineEndsWhatIsKept() throws IOException {
        Path table = directory.resolve("t.csv");
        Files.writeString(Journal.unfinished(table), "h\n1\n\0\0\0\n3\n");
        try (Journal journal = Journal.open(table, "h", line -> line.matches("[0-9]"))) {
            journal.append("2\n".getBytes(UTF_8));
        }
        assertThat(Journal.unfinished(table)).hasContent("h\n1\n2\n");
    }

    @Test
    void anotherHeaderBeginsAnew() throws IOException {
        Path table = directory.resolve("t.csv");
        Files.writeString(Journal.unfinished(table), "old\n1\n");
        try (Journal journal = Journal.open(table, "new", line -> true)) {
            journal.append("1\n".getBytes(UTF_8));
        }
        assertThat(Journal.unfinished(table)).hasContent("new\n1\n");
    }

    @Test
    void twoCannotWriteAtATime() throws IOException {
        Path table = directory.resolve("t.csv");
        try (Journal journal = Journal.open(table, "h", line -> true)) {
            assertThat(journal).isNotNull();
            assertThatThrownBy(() -> Journal.open(table, "h", line -> true))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another process is writing this sweep");
        }
    }
}
