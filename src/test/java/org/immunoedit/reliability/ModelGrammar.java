package org.immunoedit.reliability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunoedit.reliability.JsonText.Raw;

/** Small models: two or three states, perhaps a family, and a little of everything a model may declare. */
final class ModelGrammar {
    private static final List<String> SCALARS = List.of("E", "T", "C");
    private static final List<String> PARAMETERS = List.of("a", "b", "k", "n");

    private final Chance chance;
    private final List<String> states = new ArrayList<>();
    private final List<String> names = new ArrayList<>(PARAMETERS);
    private final List<String> families = new ArrayList<>();
    private final Map<String, Integer> functions = new LinkedHashMap<>();
    private final boolean family;
    private final boolean agents;

    ModelGrammar(Chance chance) {
        this.chance = chance;
        states.addAll(SCALARS.subList(0, chance.from(1, 3)));
        if (!states.contains("T")) {
            states.set(0, "T");
        }
        names.addAll(states);
        family = chance.oneIn(4);
        if (family) {
            families.addAll(List.of("X", "w"));
        }
        agents = chance.oneIn(4);
        if (chance.oneIn(3)) {
            functions.put("hill", 3);
        }
    }

    /** What a therapy of this model may dose, as its key and name. */
    List<String> dosed() {
        if (chance.oneIn(40)) {
            return chance.pick(
                    List.of("agent", "T"),
                    List.of("into", "X"),
                    List.of("into", "drug"),
                    List.of("agent", "pembrolizumab"));
        }
        if (agents && chance.oneIn(2)) {
            return List.of("agent", "drug");
        }
        return List.of("into", family && chance.oneIn(3) ? "X[2]" : chance.pick(states));
    }

    /** Formulas over what the model declares. */
    FormulaGrammar formulas() {
        return new FormulaGrammar(chance, names, families, functions);
    }

    Map<String, Object> model() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("name", "fuzz");
        model.put("title", "A model of chance");
        model.put("time", chance.oneIn(40) ? "1" : chance.pick("d", "h", "wk"));
        model.put("units", "unchecked");
        model.put("units_reason", "formulas of chance");
        if (family) {
            model.put("indices", JsonText.object("i", new Raw("" + chance.from(2, 4))));
        }
        model.put("states", stateDeclarations());
        model.put("parameters", parameters());
        if (!functions.isEmpty()) {
            model.put("functions", JsonText.object("hill(x, m, p)", "x^p/(m^p + x^p)"));
        }
        definitions(model);
        model.put("rates", rates());
        more(model);
        return model;
    }

    private Map<String, Object> stateDeclarations() {
        Map<String, Object> declared = new LinkedHashMap<>();
        for (String state : states) {
            Map<String, Object> about = new LinkedHashMap<>();
            about.put("unit", chance.pick("cell", "1", "mg"));
            about.put("initial", chance.oneIn(4) ? "a + b" : new Raw(chance.number()));
            if (chance.oneIn(4)) {
                about.put("extinct_below", new Raw(chance.pick("1e-3", "0.1", "1")));
            }
            if (chance.oneIn(3)) {
                about.put("signed", new Raw("true"));
            }
            declared.put(state, about);
        }
        if (family) {
            declared.put("X[i]", JsonText.object("unit", "cell", "initial", new Raw(chance.number())));
        }
        return declared;
    }

    private Map<String, Object> parameters() {
        Map<String, Object> declared = new LinkedHashMap<>();
        for (String parameter : PARAMETERS) {
            Map<String, Object> about = new LinkedHashMap<>();
            about.put("value", new Raw(chance.pick("0.1", "0.5", "1", "2", "0")));
            about.put("unit", chance.pick("1", "1/d", "cell"));
            if (chance.oneIn(5)) {
                about.put("range", List.of(new Raw("0"), new Raw("10")));
            }
            declared.put(parameter, about);
        }
        if (family) {
            declared.put("w[i]", JsonText.object("value", new Raw(chance.number()), "unit", "1"));
        }
        return declared;
    }

    private void definitions(Map<String, Object> model) {
        if (!chance.oneIn(2)) {
            return;
        }
        Map<String, Object> declared = new LinkedHashMap<>();
        for (int k = chance.from(1, 3); k > 0; k--) {
            String name = "d" + k;
            declared.put(name, JsonText.object("is", formulas().number(2, false), "unit", "1"));
            names.add(name);
        }
        model.put("definitions", declared);
    }

    /** A rate that holds its state back, so that most runs end; and now and then one that does not. */
    private String rate(String state, boolean bound) {
        String body = formulas().number(chance.from(0, 3), bound);
        return chance.pick("a*" + state, "1", "0") + chance.pick(" + 0.1*tanh(", " + tanh(", " + (") + body + ")"
                + chance.pick(" - b*" + state, " - k*" + state + "^2", "");
    }

    private Map<String, Object> rates() {
        Map<String, Object> rates = new LinkedHashMap<>();
        states.forEach(state -> rates.put(state, rate(state, false)));
        if (family) {
            rates.put("X[i]", rate("X[i]", true));
        }
        return rates;
    }

    private void more(Map<String, Object> model) {
        if (chance.oneIn(3)) {
            model.put(
                    "observables",
                    JsonText.object("seen", JsonText.object("is", formulas().number(2, false), "unit", "1")));
        }
        if (agents) {
            model.put("agents", JsonText.object("drug", JsonText.object("into", "T")));
        }
        if (chance.oneIn(5)) {
            model.put("hooks", JsonText.object("pd1", JsonText.object("unit", "1")));
        }
        if (chance.oneIn(4)) {
            model.put("events", new ArrayList<>(List.of(event())));
        }
        if (chance.oneIn(2)) {
            model.put("outcome", JsonText.object("tumor", "T"));
        }
        if (chance.oneIn(6)) {
            model.put("claims", new ArrayList<>(List.of(claim())));
        }
    }

    Map<String, Object> event() {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("when", formulas().condition(2, false));
        if (chance.oneIn(4)) {
            event.put("stop", new Raw("true"));
        } else {
            event.put(
                    "set",
                    JsonText.object(chance.pick("T", "a", "b"), formulas().number(2, false)));
        }
        if (chance.oneIn(3)) {
            event.put(chance.pick("once", "at_start"), new Raw("true"));
        }
        event.put("label", "happens");
        return event;
    }

    private Map<String, Object> claim() {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("about", "a claim of chance");
        if (chance.oneIn(2)) {
            claim.put("run", JsonText.object("time", JsonText.object("end", new Raw("10"))));
            claim.put("expect", JsonText.object("T@end", new Raw("1")));
        } else {
            Map<String, Object> steady = new LinkedHashMap<>();
            steady.put("near", JsonText.object("T", new Raw(chance.number())));
            steady.put("expect", JsonText.object("T", new Raw(chance.number())));
            steady.put("stability", chance.pick("stable node", "stable spiral", "saddle", "unstable node"));
            claim.put("equilibrium", steady);
        }
        claim.put("rtol", new Raw("1e-2"));
        return claim;
    }
}
