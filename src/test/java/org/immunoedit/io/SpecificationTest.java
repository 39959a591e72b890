package org.immunoedit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunoedit.model.Catalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The numbers of the immunoediting model and of its agents are those of the specification. */
class SpecificationTest {
    private static final Path SPECIFICATION = Path.of("../shared/flagship/parameters.json");
    /** What the specification keeps with the biology belongs to agents here. */
    private static final List<String> OF_AGENTS = List.of("kv", "dBc", "rho");

    private static final Map<String, String> AGENTS = Map.of(
            "interferon_alfa", "interferon-alpha-2b",
            "tki_jak", "jak-inhibitor",
            "mdsc_inhibitor", "mdsc-inhibitor",
            "csf1r_inhibitor", "csf1r-inhibitor",
            "flucy", "fludarabine-cyclophosphamide");

    private static final Pattern LETTER = Pattern.compile("\\((\\w+)\\)$");

    private JsonNode specification;

    @BeforeEach
    void readSpecification() throws IOException {
        assumeTrue(Files.exists(SPECIFICATION), "the specification is not beside the project");
        specification = new ObjectMapper().readTree(Files.readAllBytes(SPECIFICATION));
    }

    @Test
    void everyParameterOfTheModelHasItsValueAndRange() throws IOException {
        Map<String, JsonNode> byLetter = byLetter();
        for (JsonNode wanted : specification.get("biology")) {
            String letter = wanted.get("name").asText();
            if (OF_AGENTS.contains(letter)) {
                continue;
            }
            JsonNode parameter = byLetter.get(letter);
            assertThat(parameter).as(letter).isNotNull();
            assertThat(parameter.get("value").asDouble())
                    .as(letter)
                    .isEqualTo(wanted.get("value").asDouble());
            assertThat(parameter.get("range").get(0).asDouble())
                    .isEqualTo(wanted.get("min").asDouble());
            assertThat(parameter.get("range").get(1).asDouble())
                    .isEqualTo(wanted.get("max").asDouble());
            if (wanted.get("source").asText().contains("[assumed]")) {
                assertThat(parameter.get("source").asText()).as(letter).contains("assumed");
            }
        }
    }

    @Test
    void everyAgentHasItsKinetics() throws IOException {
        for (Map.Entry<String, JsonNode> drug : specification.get("drugs").properties()) {
            JsonNode parameters = agent(drug.getKey()).get("parameters");
            for (String name : List.of("CL", "Vc", "Q", "Vp", "Vmax", "Km", "KD", "ka", "ke0")) {
                JsonNode wanted = drug.getValue().get(name);
                if (wanted != null && !wanted.isNull()) {
                    assertThat(parameters.get(name))
                            .as(drug.getKey() + " " + name)
                            .isNotNull();
                    assertThat(parameters.get(name).get("value").asDouble())
                            .as(drug.getKey() + " " + name)
                            .isEqualTo(wanted.asDouble());
                }
            }
            if (drug.getValue().get("kind").asText().equals("2c") && parameters.has("KD")) {
                assertThat(parameters.get("penetration").get("value").asDouble())
                        .isEqualTo(0.15);
            }
        }
    }

    private static JsonNode agent(String drug) throws IOException {
        String name = AGENTS.getOrDefault(drug, drug);
        return new ObjectMapper().readTree(Catalogue.AGENTS.open(name).orElseThrow());
    }

    private static Map<String, JsonNode> byLetter() throws IOException {
        Map<String, JsonNode> byLetter = new HashMap<>();
        try (InputStream in =
                SpecificationTest.class.getResourceAsStream("/org/immunoedit/models/immunoediting.json")) {
            for (JsonNode parameter : new ObjectMapper().readTree(in).get("parameters")) {
                Matcher letter = LETTER.matcher(parameter.get("about").asText());
                if (letter.find()) {
                    byLetter.put(letter.group(1), parameter);
                }
            }
        }
        return byLetter;
    }
}
