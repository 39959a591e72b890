package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A tumor that grows, a drug that kills, and rules: T is in cells, 1e6 of which are 1 mm³. */
record RuledTrial(Path directory, Trial trial) {
    static final JsonMapper JSON = JsonMapper.builder().build();
    static final String TIMES = "\"time\": {\"end\": 100, \"every\": 1}";
    static final String WEEKLY = "\"therapies\": [{\"agent\": \"drug\", \"amount\": 2, \"every\": 7}]";
    static final String STOP = "\"stop\": [\"drug\"]";
    static final String HOLD = "\"hold\": [\"drug\"]";
    static final String RESUME = "\"resume\": [\"drug\"]";

    /** Writes the model. */
    RuledTrial(Path directory) {
        this(
                directory,
                new Trial(directory)
                        .model(
                                "\"A\": {\"unit\": \"mg\"}, \"T\": {\"unit\": \"cell\", \"initial\": 1e9}",
                                "\"g\": {\"value\": 0.05, \"unit\": \"1/d\"}, \"k\": {\"value\": 0.02, \"unit\": \"1/d\"}",
                                "\"A\": \"-0.3*A\", \"T\": \"g*T - k*A*T\"",
                                "\"agents\": {\"drug\": {\"into\": \"A\"}}, \"outcome\": {\"tumor\": \"T\"}"));
    }

    /** A run with its sidecar. */
    record Run(String csv, JsonNode meta) {
        List<Double> doses() {
            List<Double> times = new ArrayList<>();
            meta.get("doses").forEach(dose -> times.add(dose.get("time").doubleValue()));
            return times;
        }

        /** The ledger: {@code 35 r0 stop drug 9}, one text per act. */
        List<String> ledger() {
            List<String> texts = new ArrayList<>();
            meta.get("decisions")
                    .forEach(decision -> decision.get("acts")
                            .forEach(act ->
                                    texts.add(decision.get("time").asText().replaceAll("\\.0$", "") + " r"
                                            + decision.get("rule").asInt() + " "
                                            + act.get("verb").asText() + " "
                                            + act.get("subject").asText() + " "
                                            + act.get("doses").asInt())));
            return texts;
        }
    }

    /** A run of what follows the model in a scenario. */
    Run run(String scenario) throws IOException {
        return run(trial.run(scenario, "-o", directory.resolve("out.csv")));
    }

    /** A run of a whole scenario. */
    Run run(JsonNode scenario) throws IOException {
        Path csv = directory.resolve("out.csv");
        return run(new Shell(new Workbench()).stdin(scenario.toString()).run("run", "-", "-o", csv, "--quiet"));
    }

    private Run run(Shell.Result result) throws IOException {
        assertThat(result.code()).as(result.err()).isZero();
        String csv = Files.readString(directory.resolve("out.csv"));
        return new Run(csv, JSON.readTree(Files.readString(directory.resolve("out.meta.json"))));
    }

    /** A run with weekly doses. */
    Run withRules(String... rules) throws IOException {
        return run(TIMES + ", " + WEEKLY + ", \"rules\": [" + String.join(", ", rules) + "]");
    }

    /** A rule as JSON, by the members of its parts. */
    static String rule(String at, String when, String orders, String more) {
        return "{\"at\": {" + at + "}, \"when\": \"" + when + "\", \"do\": {" + orders + "}" + more + "}";
    }
}
