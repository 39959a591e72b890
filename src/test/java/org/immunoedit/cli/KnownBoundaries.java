package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A tumor whose boundaries are known, and tables of boundaries as rows by column. */
final class KnownBoundaries {
    /** Gone above a rate of 2, there below; from 5 on its numbers leave all bounds, below -1 one falls below 0. */
    private static final String MODEL = """
            {"name": "m", "time": "d",
             "states": {"T": {"unit": "cell", "initial": 100, "extinct_below": 1}, "D": {"unit": "mg", "initial": 0},
                        "X": {"unit": "1", "initial": 1, "signed": true}, "Y": {"unit": "1", "initial": 1}},
             "parameters": {"kill": {"value": 1, "unit": "1/d"}, "half": {"value": 10, "unit": "mg"}},
             "rates": {"T": "T*(2 - kill - D/half)", "D": "0", "X": "if(kill > 5, X^2, 0)", "Y": "if(kill < -1, -1, 0)"}, "units": "unchecked",
             "units_reason": "a test", "outcome": {"tumor": "T", "escaped_above": "1e4 cell"}}""";

    private KnownBoundaries() {}

    /** Writes a scenario of this tumor over 20 days with more members. */
    static Path scenario(Path directory, String members) throws IOException {
        Files.writeString(directory.resolve("m.json"), MODEL);
        return Files.writeString(
                directory.resolve("s.json"),
                "{\"model\": \"m.json\", \"time\": {\"end\": 20, \"every\": 1}, " + members + "}");
    }

    /** The printed rows of a sweep that ends well. */
    static List<Map<String, String>> found(Shell.Result result) {
        assertThat(result.code()).as(result.err()).isZero();
        return rows(result.out());
    }

    /** The rows of a table. */
    static List<Map<String, String>> rows(String csv) {
        List<String> lines = csv.lines().toList();
        List<String> header = List.of(lines.get(0).split(",", -1));
        return lines.stream()
                .skip(1)
                .map(line -> {
                    List<String> fields = Tally.fields(line, header.size());
                    Map<String, String> row = new TreeMap<>();
                    header.forEach(name -> row.put(name, fields.get(header.indexOf(name))));
                    return row;
                })
                .toList();
    }

    /** The number in a cell. */
    static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
