package org.immunoedit.io;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;

/**
 * The fields of a therapy under their own names, whatever synonyms the document uses. A synonym together with its twin
 * and fields that contradict each other are errors: none wins over another silently.
 */
final class TherapyFields {
    /**
     * NONMEM words and ours; {@code addl} counts the doses after the first, so its value is one less than
     * {@code doses}.
     */
    private static final Map<String, String> SYNONYMS =
            Map.of("time", "start", "ii", "every", "addl", "doses", "amt", "amount", "tinf", "duration");

    /** What a regimen of an agent may say. */
    static final List<String> REGIMEN_KEYS = List.of(
            "amount",
            "duration",
            "rate",
            "start",
            "every",
            "doses",
            "until",
            "cycle",
            "lag",
            "bioavailability",
            "about",
            "time",
            "ii",
            "addl",
            "amt",
            "tinf");

    /** For each field those that cannot stand beside it. */
    private static final Map<String, List<String>> AGAINST = Map.of(
            "duration", List.of("rate"),
            "rate", List.of("duration"),
            "doses", List.of("until", "cycle"),
            "until", List.of("doses", "cycle"),
            "every", List.of("cycle"),
            "cycle", List.of("every", "doses", "until"),
            "agent", List.of("into"),
            "into", List.of("agent"));

    private TherapyFields() {}

    /** The members by their own names. A value given as {@code addl} keeps its written key. */
    static Map<String, Json.Member> canonical(Json.Object object, Problems problems) {
        Map<String, Json.Member> fields = new LinkedHashMap<>();
        for (Json.Member member : object.members().values()) {
            String name = SYNONYMS.getOrDefault(member.key(), member.key());
            Json.Member twin = fields.putIfAbsent(name, member);
            if (twin != null) {
                String found = "\"" + member.key() + "\" means the same as \"" + twin.key() + "\"";
                problems.error("conflict", member.place(), found, "only one of them");
            }
        }
        contradictions(fields, problems);
        return fields;
    }

    private static void contradictions(Map<String, Json.Member> fields, Problems problems) {
        List<String> names = List.copyOf(fields.keySet());
        for (int second = 1; second < names.size(); second++) {
            for (String first : names.subList(0, second)) {
                if (AGAINST.getOrDefault(names.get(second), List.of()).contains(first)) {
                    Json.Member late = fields.get(names.get(second));
                    String found = "\"" + late.key() + "\" together with \""
                            + fields.get(first).key() + "\"";
                    problems.error("conflict", late.place(), found, "only one of them");
                }
            }
        }
    }

    /** A regimen with a therapy's own fields over it; what contradicts a field of the therapy is left out. */
    static Map<String, Json.Member> over(Map<String, Json.Member> regimen, Map<String, Json.Member> own) {
        Map<String, Json.Member> merged = new LinkedHashMap<>(own);
        for (Map.Entry<String, Json.Member> entry : regimen.entrySet()) {
            boolean contradicted =
                    AGAINST.getOrDefault(entry.getKey(), List.of()).stream().anyMatch(own::containsKey);
            if (!contradicted) {
                merged.putIfAbsent(entry.getKey(), entry.getValue());
            }
        }
        return merged;
    }

    /** Reports keys that are not known, each with the nearest known one. */
    static void checkKeys(Json.Object object, Collection<String> known, Problems problems) {
        for (Json.Member member : object.members().values()) {
            if (!Set.copyOf(known).contains(member.key())) {
                String hint = Nearest.hint(member.key(), known);
                String expected = hint.isEmpty() ? "one of " + String.join(", ", known) : "";
                String found = "\"" + member.key() + "\" is not a known key";
                problems.add(Problem.error("unknown-key", member.place(), found, expected)
                        .withHint(hint));
            }
        }
    }
}
