package org.immunoedit.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {
    private final Problems problems = new Problems();

    @Test
    void everyValueKnowsItsPlace() {
        Json.Object root = (Json.Object) read("{\n  \"a\": [1, \"x\",\n    {\"b/c\": true}],\r\n  \"d\" :  null }");

        Json.Array list = (Json.Array) root.get("a").orElseThrow();
        assertThat(root.place()).isEqualTo(new Place("f.json", 1, 1, ""));
        assertThat(list.place()).isEqualTo(new Place("f.json", 2, 8, "/a"));
        assertThat(list.items().get(0).place()).isEqualTo(new Place("f.json", 2, 9, "/a/0"));
        Json.Text text = (Json.Text) list.items().get(1);
        assertThat(text.place()).isEqualTo(new Place("f.json", 2, 12, "/a/1"));
        assertThat(text.inside()).isEqualTo(new Place("f.json", 2, 13, "/a/1"));
        Json.Object inner = (Json.Object) list.items().get(2);
        assertThat(inner.members().get("b/c").place()).isEqualTo(new Place("f.json", 3, 6, "/a/2/b~1c"));
        assertThat(inner.get("b/c").orElseThrow().place()).isEqualTo(new Place("f.json", 3, 13, "/a/2/b~1c"));
        assertThat(root.members().get("d").place()).isEqualTo(new Place("f.json", 4, 3, "/d"));
        assertThat(root.get("d").orElseThrow()).isEqualTo(new Json.Null(new Place("f.json", 4, 10, "/d")));
        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void commentsTrailingCommasAndAByteOrderMarkAreAccepted() {
        byte[] bytes = "\uFEFF// one\n{ /* two\n */ \"a\": [1, 2,], // three\n }".getBytes(StandardCharsets.UTF_8);
        Json.Object root =
                (Json.Object) JsonReader.parse(bytes, "f.json", problems).orElseThrow();
        assertThat(((Json.Array) root.get("a").orElseThrow()).items()).hasSize(2);
        assertThat(root.place()).isEqualTo(new Place("f.json", 2, 1, ""));
        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void numbersKeepTheirTextAndAreExact() {
        Json.Array list = (Json.Array) read("[3, 3.0, 0.1, 2e23, -1E-5, 123456789012345678901]");
        assertThat(list.items().stream().map(j -> ((Json.Number) j).value()))
                .containsExactly(3.0, 3.0, 0.1, 2e23, -1e-5, 123456789012345678901.0);
        assertThat(list.items().stream().map(j -> ((Json.Number) j).isWhole()))
                .containsExactly(true, true, false, true, false, true);
        assertThat(list.items().get(3).shown()).isEqualTo("2e23");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|1:1: error: the document is empty; expected a JSON object { … }",
                "` // only\n`|1:1: error: the document is empty; expected a JSON object { … }",
                "`{\"a\": 1`|1:8: error: the document ends before the \"{\" of line 1, column 1 is closed; expected \"}\"",
                "`{\"a\": [1, 2}`|1:12: error: } cannot stand here; a comma is missing before it; expected \",\" or \"]\"",
                "`{\"a\": 1\n \"b\": 2}`|2:2: error: a text cannot stand here; a comma is missing before it; expected \",\" or \"}\"",
                "`{\"a\" 1}`|1:6: error: 1 cannot stand after a key; expected \":\" and a value",
                "`{a: 1}`|1:2: error: a is not a key; expected a key in quotes or \"}\"",
                "`{'a': 1}`|1:2: error: single quotes do not make a key; expected a key in quotes or \"}\"",
                "`{\"a\": 'x'}`|1:7: error: single quotes do not make a text; expected double quotes",
                "`{\"a\": NaN}`|1:7: error: NaN is not a number that a document may hold; expected a finite number",
                "`{\"a\": -Infinity}`|1:7: error: -Infinity is not a number; expected a number such as 0.5, 12 or 1e-9",
                "`{\"a\": 01}`|1:7: error: 01 has a leading zero; expected a number such as 0.5, 12 or 1e-9",
                "`{\"a\": .5}`|1:7: error: .5 is not a number; expected a number such as 0.5, 12 or 1e-9",
                "`{\"a\": 1.}`|1:7: error: 1. is not a number; expected a number such as 0.5, 12 or 1e-9",
                "`{\"a\": 10mg}`|1:7: error: 10mg is not a number; expected a number such as 0.5, 12 or 1e-9",
                "`{\"a\": True}`|1:7: error: True is not a value; expected true or false in small letters",
                "`{\"a\": \"x\n\"}`|1:7: error: this text has no closing quote in its line; expected \"…\"",
                "`{\"a\": \"x`|1:7: error: this text has no closing quote; expected \"…\"",
                "`{\"a\": 1} x`|1:10: error: there is more text after the end of the document; expected one JSON value",
                "`{\"a\": 1} {}`|1:10: error: there is more text after the end of the document; expected one JSON value",
                "`{\"a\": 1,, \"b\": 2}`|1:9: error: , is not a key; expected a key in quotes or \"}\"",
                "`{\"a\": 1 /* x`|1:9: error: this comment is never closed; expected */",
                "`{\"a\":`|1:6: error: the document ends before the \"{\" of line 1, column 1 is closed; expected \"}\"",
            })
    void theFirstFaultIsNamedInPlainWords(String text, String message) {
        assertThat(JsonReader.parse(text, "f.json", problems).filter(j -> !problems.hasErrors()))
                .isEmpty();
        assertThat(problems.sorted()).extracting(Problem::toString).containsExactly("f.json:" + message);
        assertThat(problems.sorted().get(0).code()).isEqualTo("json");
    }

    @Test
    void aWrongEscapeIsPointedAt() {
        read("{\"a\": \"x\\q\"}");
        assertThat(messages())
                .containsExactly("f.json:1:9: error: \"\\q\" is not an escape; expected \\\\ for a backslash,"
                        + " or one of \\\" \\/ \\b \\f \\n \\r \\t \\u0000");
    }

    @Test
    void repeatedKeysAndNumbersTooLargeAreAllReported() {
        read("{\"a\": 1e999,\n \"a\": 2, \"b\": -1e400, \"a\": 3}");
        assertThat(messages())
                .containsExactly(
                        "f.json:1:7: error: /a: 1e999 is too large; expected a number of magnitude below 1.8e308",
                        "f.json:2:2: error: /a: \"a\" appears a second time; the first is in line 1;"
                                + " expected each key once",
                        "f.json:2:15: error: /b: -1e400 is too large; expected a number of magnitude below 1.8e308",
                        "f.json:2:23: error: /a: \"a\" appears a second time; the first is in line 1;"
                                + " expected each key once");
    }

    @Test
    void nestingHasALimit() {
        read("[".repeat(200) + "]".repeat(200));
        assertThat(messages()).isEmpty();
        read("[".repeat(201) + "]".repeat(201));
        assertThat(messages())
                .containsExactly(
                        "f.json:1:201: error: lists and objects are nested too deeply; expected at most 200 levels");
    }

    @Test
    void bytesThatAreNotUtf8AreLocated() {
        byte[] bytes = "{\n\"a\": \"é".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(JsonReader.parse(bytes, "f.json", problems)).isEmpty();
        assertThat(messages())
                .containsExactly("f.json:2:7: error: the byte 0xE9 is not UTF-8 text; expected a file saved as UTF-8");
    }

    @Test
    void bytesMissingAtTheEndAreNotUtf8() {
        byte[] bytes = {'"', (byte) 0xC3};
        assertThat(JsonReader.parse(bytes, "f.json", problems)).isEmpty();
        assertThat(messages())
                .containsExactly("f.json:1:2: error: the byte 0xC3 is not UTF-8 text; expected a file saved as UTF-8");
    }

    @Test
    void hugeFilesAreRefused() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] b, int off, int len) {
                java.util.Arrays.fill(b, off, off + len, (byte) ' ');
                return len;
            }
        };
        assertThat(JsonReader.read(endless, "f.json", problems)).isEmpty();
        assertThat(messages())
                .containsExactly("f.json:1:1: error: the file is larger than 64 MiB; expected a JSON document");
    }

    @Test
    void aStreamIsRead() throws IOException {
        Optional<Json> json = JsonReader.read(new ByteArrayInputStream(new byte[] {'7'}), "f.json", problems);
        assertThat(json).contains(new Json.Number(7, "7", new Place("f.json", 1, 1, "")));
    }

    private Json read(String text) {
        return JsonReader.parse(text, "f.json", problems).orElse(null);
    }

    private List<String> messages() {
        return problems.sorted().stream().map(Problem::toString).toList();
    }
}
