package org.immunoedit.reliability;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunoedit.reliability.JsonText.Raw;

/** Therapeutic agents with one or two compartments. */
final class AgentGrammar {
    private final Chance chance;
    private final FormulaGrammar formulas;

    AgentGrammar(Chance chance) {
        this.chance = chance;
        formulas = new FormulaGrammar(chance, List.of("CL", "V", "central", "concentration"), List.of(), Map.of());
    }

    Map<String, Object> agent() {
        Map<String, Object> agent = new LinkedHashMap<>();
        agent.put("name", chance.pick("drug", "drug-2", "x"));
        agent.put("class", chance.pick("checkpoint", "cytokine"));
        agent.put("unit", chance.pick("mg", "cell", "IU", "1"));
        agent.put("source", JsonText.object("authors", "nobody", "year", new Raw("2020")));
        if (chance.oneIn(4)) {
            agent.put("potency", chance.pick("1e7 IU/mg", "1 IU/ng", "1 mg/IU"));
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("CL", declared("value", new Raw(chance.number()), "L/d"));
        parameters.put("V", declared("value", new Raw(chance.number()), "L"));
        agent.put("parameters", parameters);
        agent.put("states", JsonText.object("central", JsonText.object("unit", "mg")));
        agent.put("definitions", JsonText.object("concentration", declared("is", "central/V", "mg/L")));
        String rate = chance.oneIn(3) ? formulas.number(2, false) : "-CL*concentration";
        agent.put("rates", JsonText.object("central", rate));
        agent.put("into", "central");
        agent.put("acts", JsonText.object("pd1", chance.oneIn(3) ? formulas.number(2, false) : "concentration"));
        Map<String, Object> regimen = new LinkedHashMap<>();
        regimen.put("amount", chance.pick("200 mg", "3 mg/kg", "100 mg/m^2"));
        regimen.put("every", "3 wk");
        regimen.put("doses", new Raw("" + chance.from(1, 9)));
        agent.put("regimens", JsonText.object("usual", regimen));
        return agent;
    }

    private static Map<String, Object> declared(String key, Object value, String unit) {
        Map<String, Object> declared = new LinkedHashMap<>();
        declared.put(key, value);
        declared.put("unit", unit);
        return declared;
    }
}
