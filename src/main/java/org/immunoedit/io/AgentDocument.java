package org.immunoedit.io;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.immunoedit.model.Agent;

/**
 * An agent file.
 *
 * @param regimens named dosing schemes: fields of a therapy, as written
 */
public record AgentDocument(Agent agent, Map<String, Json.Object> regimens) {
    public AgentDocument {
        regimens = Collections.unmodifiableMap(new LinkedHashMap<>(regimens));
    }
}
