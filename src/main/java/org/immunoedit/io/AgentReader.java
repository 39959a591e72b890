package org.immunoedit.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Formula;
import org.immunoedit.model.Agent;
import org.immunoedit.model.StateDeclaration;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.unit.Quantity;
import org.immunoedit.unit.Unit;

/** Reads an agent document. A state without {@code initial} starts at 0; a symbol without a unit is warned of. */
public final class AgentReader {
    private static final String INTO = "the state that receives the doses";

    private final Problems problems;
    private final Declarations parts;

    private AgentReader(Problems problems) {
        this.problems = problems;
        this.parts = new Declarations(problems, false);
    }

    /**
     * Reads an agent document.
     *
     * @return empty if the document is unusable; after errors the result may lack the faulty parts
     */
    public static Optional<AgentDocument> read(Json json, Problems problems) {
        return Fields.of(json, "an agent", problems).flatMap(f -> new AgentReader(problems).document(f));
    }

    private Optional<AgentDocument> document(Fields f) {
        f.text("$schema", "the address of a schema");
        Optional<Json.Text> name = f.need("name", "a name such as \"pembrolizumab\"")
                .flatMap(json -> Shape.name(json, "a name such as \"pembrolizumab\"", problems));
        String title = f.text("title", "one line for people");
        f.text("description", "a few sentences");
        String kind = f.text("class", "a class such as \"checkpoint\"");
        Optional<Unit> unit =
                f.need("unit", "the unit of its amounts such as \"mg\"").flatMap(json -> Terms.unit(json, problems));
        var source = parts.source(f);
        var parameters = parts.parameters(f);
        f.need("states", "an object of states");
        var states = parts.states(f);
        var definitions = parts.definitions(f, "definitions");
        f.need("rates", "an object of formulas, one per state");
        var rates = parts.rates(f);
        parts.tellWithoutUnit();
        Optional<Reference> into = into(f, states);
        Map<String, Formula> acts = acts(f);
        Optional<Quantity> potency = f.get("potency").flatMap(this::potency);
        Map<String, Json.Object> regimens = regimens(f);
        f.finish();
        if (name.isEmpty() || unit.isEmpty() || into.isEmpty()) {
            return Optional.empty();
        }
        Agent agent = new Agent(
                name.get().value(),
                title,
                kind,
                unit.get(),
                source,
                parameters,
                states,
                definitions,
                rates,
                into.get(),
                acts,
                potency,
                f.place());
        return Optional.of(new AgentDocument(agent, regimens));
    }

    private Optional<Reference> into(Fields f, List<StateDeclaration> states) {
        Optional<Json> json = f.need("into", INTO);
        Optional<Reference> into = json.flatMap(text -> Terms.target(text, INTO, problems));
        List<String> names = states.stream().map(state -> state.target().name()).toList();
        if (into.isPresent() && !names.contains(into.get().name())) {
            String found = json.get().shown() + " is no state of the agent";
            problems.add(Problem.error("name", json.get().place(), found, "one of " + String.join(", ", names))
                    .withHint(Nearest.hint(into.get().name(), names)));
        }
        return into;
    }

    private Map<String, Formula> acts(Fields f) {
        Map<String, Formula> acts = new LinkedHashMap<>();
        for (Json.Member member : f.members("acts", "an object such as {\"pd1\": \"concentration/KD\"}")) {
            Optional<Reference> hook = Terms.plainName(member, problems);
            Optional<Formula> formula = Terms.formula(member.value(), problems);
            hook.ifPresent(h -> formula.ifPresent(added -> acts.put(h.name(), added)));
        }
        return acts;
    }

    private Optional<Quantity> potency(Json json) {
        String expected = "an activity per mass such as \"1.7e7 IU/mg\"";
        return Shape.text(json, expected, problems)
                .flatMap(text -> Quantity.parse(text.value(), text.inside(), problems))
                .filter(quantity -> {
                    if (!(quantity.value() > 0)) {
                        problems.error("range", json.place(), json.shown() + " is not above 0", expected);
                    }
                    return quantity.value() > 0;
                });
    }

    private Map<String, Json.Object> regimens(Fields f) {
        Map<String, Json.Object> regimens = new LinkedHashMap<>();
        List<String> known = new ArrayList<>(TherapyFields.REGIMEN_KEYS);
        for (Json.Member member : f.members("regimens", "an object of dosing schemes")) {
            Shape.object(member.value(), "an object such as {\"amount\": \"200 mg\"}", problems)
                    .ifPresent(object -> {
                        TherapyFields.checkKeys(object, known, problems);
                        regimens.put(member.key(), object);
                    });
        }
        return regimens;
    }
}
