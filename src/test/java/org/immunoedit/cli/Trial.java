package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs a model and a scenario written in a test through the whole program. */
final class Trial {
    private final Path directory;

    Trial(Path directory) {
        this.directory = directory;
    }

    /** Writes {@code m.json}: a model in days without units, from its parts as JSON. */
    Trial model(String states, String parameters, String rates, String more) {
        return file(
                "m.json",
                "{\"name\": \"m\", \"time\": \"d\", \"units\": \"unchecked\", \"states\": {" + states
                        + "}, \"parameters\": {" + parameters + "}, \"rates\": {" + rates + "}"
                        + (more.isEmpty() ? "" : ", " + more) + "}");
    }

    Trial file(String name, String content) {
        try {
            Files.writeString(directory.resolve(name), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a scenario of {@code m.json}, given by what follows its model. */
    Shell.Result run(String scenario, Object... options) {
        file("s.json", "{\"model\": \"m.json\", " + scenario + "}");
        List<Object> words = new ArrayList<>(List.of("run", directory.resolve("s.json")));
        words.addAll(Arrays.asList(options));
        return new Shell(new Workbench()).run(words.toArray());
    }

    /** Runs a scenario that must go well. */
    Table table(String scenario, Object... options) {
        Shell.Result result = run(scenario, options);
        assertThat(result.code()).as(result.err()).isZero();
        return Table.of(result.out());
    }

    /** A CSV file in columns. */
    record Table(Map<String, List<String>> columns) {
        static Table of(String csv) {
            List<String[]> rows = csv.lines().map(line -> line.split(",", -1)).toList();
            Map<String, List<String>> columns = new LinkedHashMap<>();
            String[] names = rows.get(0);
            for (int c = 0; c < names.length; c++) {
                int column = c;
                columns.put(
                        names[c], rows.stream().skip(1).map(row -> row[column]).toList());
            }
            return new Table(columns);
        }

        /** A column as numbers. */
        double[] numbers(String name) {
            return columns.get(name).stream().mapToDouble(Double::parseDouble).toArray();
        }

        /** The last number of a column. */
        double last(String name) {
            double[] all = numbers(name);
            return all[all.length - 1];
        }

        int size() {
            return columns.get("time").size();
        }
    }
}
