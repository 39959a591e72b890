package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.immunoedit.cli.RuledTrial.HOLD;
import static org.immunoedit.cli.RuledTrial.RESUME;
import static org.immunoedit.cli.RuledTrial.STOP;
import static org.immunoedit.cli.RuledTrial.TIMES;
import static org.immunoedit.cli.RuledTrial.WEEKLY;
import static org.immunoedit.cli.RuledTrial.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Doses that rules have decided, given again by a fixed schedule. */
class RuleReplayTest {
    @TempDir
    private Path directory;

    private RuledTrial ruled;

    @BeforeEach
    void writeModel() {
        ruled = new RuledTrial(directory);
    }

    @Test
    void aRuleThatNeverActsChangesNoBit() throws IOException {
        RuledTrial.Run plain = ruled.run(TIMES + ", " + WEEKLY);
        RuledTrial.Run asked = ruled.withRules(
                rule("\"every\": 0.7", "T < 0", STOP, ""), rule("\"every\": 5", "recist == CR", STOP, ""));

        assertThat(asked.csv()).isEqualTo(plain.csv());
        assertThat(asked.doses()).isEqualTo(plain.doses());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tsit5", "dop853", "rodas", "auto"})
    void theRealisedDosesAsAFixedScheduleGiveTheSameTrajectory(String method) throws IOException {
        String solver = "\"solver\": {\"method\": \"" + method + "\", \"atol\": {\"default\": 1e-6, \"T\": 1e-2}}";
        String infusions = "\"therapies\": [{\"agent\": \"drug\", \"amount\": 4, \"duration\": 0.5, \"every\": 7},"
                + "{\"agent\": \"drug\", \"amount\": 0.1, \"start\": 3, \"every\": 9.1}]";
        String rules = String.join(
                ", ",
                rule("\"every\": 3.5", "A > 2", HOLD, ""),
                rule("\"every\": 3.3", "A < 0.2", RESUME, ""),
                // with doses at the same instants
                rule("\"start\": 49, \"every\": 21", "T > 0", HOLD, ""),
                rule(
                        "\"every\": 13.7",
                        "T > 1.3e9",
                        "\"give\": {\"agent\": \"drug\", \"amount\": 3, \"duration\": 2, \"every\": 5, \"doses\": 3}",
                        ", \"most\": 2, \"confirm\": 2"),
                rule("\"start\": 91", "T > 0", STOP, ""));
        RuledTrial.Run run = ruled.run(TIMES + ", " + solver + ", " + infusions + ", \"rules\": [" + rules + "]");
        assertThat(run.ledger()).hasSizeGreaterThan(6).anyMatch(act -> act.contains("give"));

        List<String> doses = new ArrayList<>();
        run.meta()
                .get("doses")
                .forEach(dose -> doses.add("{\"agent\": \"drug\", \"start\": " + dose.get("time") + ", \"amount\": "
                        + dose.get("amount") + ", \"duration\": " + dose.get("duration") + "}"));
        RuledTrial.Run replayed =
                ruled.run(TIMES + ", " + solver + ", \"therapies\": [" + String.join(", ", doses) + "]");

        assertThat(replayed.csv()).isEqualTo(run.csv());
        assertThat(replayed.meta().get("decisions")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hold-on-toxicity", "reinfusion-on-relapse"})
    void shippedScenariosReplayToTheSameTrajectory(String name) throws IOException {
        ObjectNode scenario = (ObjectNode) RuledTrial.JSON.readTree(
                Path.of("scenarios", "rules", name + ".json").toFile());
        RuledTrial.Run decided = ruled.run(scenario);
        assertThat(decided.ledger()).isNotEmpty();

        scenario.remove("rules");
        ArrayNode therapies = scenario.putArray("therapies");
        for (JsonNode dose : decided.meta().get("doses")) {
            ObjectNode therapy = therapies.addObject();
            therapy.set("agent", dose.get("agent"));
            therapy.set("amount", dose.get("amount"));
            therapy.set("start", dose.get("time"));
            therapy.set("duration", dose.get("duration"));
        }
        assertThat(ruled.run(scenario).csv()).isEqualTo(decided.csv());
    }
}
