package org.immunoedit.reliability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunoedit.reliability.JsonText.Raw;

/** Scenarios of a model of chance, or of the catalogue; short ones, so that many run in little time. */
final class ScenarioGrammar {
    private final Chance chance;
    private final ModelGrammar model;

    ScenarioGrammar(Chance chance, ModelGrammar model) {
        this.chance = chance;
        this.model = model;
    }

    Map<String, Object> scenario() {
        Map<String, Object> scenario = new LinkedHashMap<>();
        scenario.put("name", "chance");
        scenario.put("model", "m.json");
        if (chance.oneIn(4)) {
            scenario.put("parameters", JsonText.object(chance.pick("a", "b", "k"), value()));
        }
        if (chance.oneIn(4)) {
            scenario.put("initial", JsonText.object("T", value()));
        }
        if (chance.oneIn(6)) {
            scenario.put("patient", JsonText.object("weight", "70 kg", "bsa", "1.8 m^2"));
        }
        if (chance.oneIn(2)) {
            scenario.put("therapies", therapies());
        }
        if (chance.oneIn(6)) {
            scenario.put(
                    "effects",
                    new ArrayList<>(List.of(JsonText.object(
                            "parameter",
                            chance.pick("a", "b"),
                            "becomes",
                            model.formulas().number(2, false)))));
        }
        if (chance.oneIn(5)) {
            scenario.put("events", new ArrayList<>(List.of(model.event())));
        }
        if (chance.oneIn(6)) {
            scenario.put("rules", new ArrayList<>(List.of(rule())));
        }
        if (chance.oneIn(8)) {
            scenario.put("run_in", runIn());
        }
        scenario.put("time", time());
        scenario.put("solver", solver());
        output(scenario);
        return scenario;
    }

    /** A scenario of the catalogue without any fault. */
    Map<String, Object> sure() {
        Map<String, Object> scenario = new LinkedHashMap<>();
        scenario.put("model", chance.pick("kuznetsov-1994", "kuznetsov-1994", "kirschner-panetta-1998"));
        scenario.put("time", JsonText.object("end", new Raw(chance.pick("5", "50", "200"))));
        if (chance.oneIn(3)) {
            scenario.put("initial", JsonText.object("T", new Raw(chance.pick("1", "1e5", "1e8"))));
        }
        return scenario;
    }

    /** A scenario with a sweep of a few points. */
    Map<String, Object> sweep(Map<String, Object> scenario) {
        Map<String, Object> sweep = new LinkedHashMap<>();
        Map<String, Object> vary = new LinkedHashMap<>();
        for (int k = chance.from(1, 3); k > 0; k--) {
            vary.put(
                    chance.pick("parameters.a", "parameters.b", "initial.T", "therapies[0].amount", "time.end"),
                    spread());
        }
        sweep.put("vary", vary);
        if (chance.oneIn(2)) {
            sweep.put("design", chance.pick("lhs", "sobol", "random", "grid"));
            sweep.put("samples", new Raw("" + chance.from(1, 6)));
            if (chance.oneIn(5)) {
                sweep.remove("samples");
                sweep.remove("vary");
                sweep.put("design", "list");
                sweep.put("file", "p.csv");
            }
        }
        if (chance.oneIn(4)) {
            sweep.put("keep", chance.pick("endpoints", "trajectories"));
        }
        if (chance.oneIn(4)) {
            sweep.put("seed", new Raw(chance.pick("1", "-5", "4611686018427387904")));
        }
        if (chance.oneIn(8)) {
            sweep.put("correlation", JsonText.object("parameters.a", JsonText.object("initial.T", new Raw("0.5"))));
        }
        kinds(sweep);
        scenario.put("sweep", sweep);
        return scenario;
    }

    /** Arms, a boundary that is searched, a map that is refined. */
    private void kinds(Map<String, Object> sweep) {
        switch (chance.below(8)) {
            case 0 -> {
                Map<String, Object> arms = new LinkedHashMap<>();
                arms.put("control", JsonText.object("therapies", new ArrayList<>()));
                arms.put("other", JsonText.object("parameters", JsonText.object("a", value())));
                sweep.put("arms", arms);
            }
            case 1, 2 -> {
                Map<String, Object> find = new LinkedHashMap<>();
                find.put("vary", chance.pick("parameters.a", "initial.T"));
                find.put("between", new ArrayList<>(List.of(new Raw("0.1"), new Raw("10"))));
                find.put("phase", chance.pick("elimination", "escape", "equilibrium"));
                find.put("wanted", chance.pick("smallest", "largest"));
                find.put("rtol", new Raw("0.2"));
                sweep.put("find", find);
                sweep.remove("vary");
            }
            case 3 -> {
                sweep.put("design", "adaptive");
                sweep.put("levels", new Raw("" + chance.from(1, 3)));
            }
            default -> {
                // a plain sweep
            }
        }
    }

    private Object value() {
        return chance.oneIn(30)
                ? chance.number() + " " + chance.pick("1", "cell", "1/d", "mg")
                : new Raw(chance.number());
    }

    private Object time(String unit) {
        return chance.oneIn(3) ? chance.number() + " " + unit : new Raw(chance.pick("0", "1", "5", "10", "0.5", "20"));
    }

    private List<Object> therapies() {
        List<Object> therapies = new ArrayList<>();
        for (int k = chance.from(1, 3); k > 0; k--) {
            therapies.add(therapy());
        }
        return therapies;
    }

    private Map<String, Object> therapy() {
        Map<String, Object> therapy = new LinkedHashMap<>();
        if (chance.oneIn(12)) {
            therapy.put("doses_file", "d.csv");
            return therapy;
        }
        List<String> dosed = model.dosed();
        therapy.put(dosed.get(0), dosed.get(1));
        therapy.put(chance.pick("amount", "amount", "amt"), value());
        if (chance.oneIn(3)) {
            therapy.put(chance.pick("duration", "rate", "tinf"), time("h"));
        }
        therapy.put(chance.pick("start", "time"), time("d"));
        switch (chance.below(4)) {
            case 0 -> {
                therapy.put(chance.pick("every", "ii"), time("d"));
                therapy.put(chance.pick("doses", "addl", "until"), new Raw("" + chance.from(1, 9)));
            }
            case 1 -> therapy.put("cycle", cycle());
            default -> {
                if (chance.oneIn(5)) {
                    therapy.put(chance.pick("lag", "bioavailability"), new Raw("0.5"));
                }
            }
        }
        return therapy;
    }

    private Map<String, Object> cycle() {
        Map<String, Object> cycle = new LinkedHashMap<>();
        cycle.put("length", chance.pick("1 wk", "2 wk", "7 d"));
        cycle.put("days", new ArrayList<>(List.of(new Raw("1"), new Raw("" + chance.from(2, 9)))));
        if (chance.oneIn(2)) {
            cycle.put("times", new ArrayList<>(List.of("0 h", "8 h")));
        }
        cycle.put("count", new Raw("" + chance.from(1, 4)));
        return cycle;
    }

    private Map<String, Object> rule() {
        Map<String, Object> at = new LinkedHashMap<>();
        at.put("start", time("d"));
        at.put("every", new Raw("" + chance.from(1, 5)));
        Map<String, Object> orders = new LinkedHashMap<>();
        if (chance.oneIn(2)) {
            orders.put(chance.pick("stop", "hold", "resume"), new ArrayList<>(List.of(chance.pick("T", "drug"))));
        } else {
            orders.put("give", JsonText.object("into", "T", "amount", new Raw("1")));
        }
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("at", at);
        rule.put("when", chance.oneIn(3) ? "recist == PD" : model.formulas().condition(1, false));
        if (chance.oneIn(3)) {
            rule.put(chance.pick("confirm", "most"), new Raw("2"));
        }
        rule.put("do", orders);
        return rule;
    }

    private Map<String, Object> runIn() {
        Map<String, Object> runIn = new LinkedHashMap<>();
        runIn.put("until", chance.oneIn(2) ? "T >= 2" : model.formulas().condition(1, false));
        runIn.put("limit", new Raw("20"));
        if (chance.oneIn(3)) {
            runIn.put("keep", new Raw("true"));
        }
        return runIn;
    }

    private Map<String, Object> time() {
        Map<String, Object> time = new LinkedHashMap<>();
        if (chance.oneIn(40)) {
            time.put("start", new Raw("-1"));
        }
        time.put("end", chance.oneIn(3) ? "2 d" : new Raw(chance.pick("1", "5", "20", "50")));
        switch (chance.below(4)) {
            case 0 -> time.put("every", chance.oneIn(2) ? "6 h" : new Raw("0.5"));
            case 1 -> time.put("points", new Raw("" + chance.from(2, 40)));
            case 2 -> time.put("at", new ArrayList<>(List.of(new Raw("0.1"), new Raw("0.5"), new Raw("1"))));
            default -> time.remove("points");
        }
        return time;
    }

    private Map<String, Object> solver() {
        Map<String, Object> solver = new LinkedHashMap<>();
        if (chance.oneIn(3)) {
            solver.put("method", chance.pick("auto", "tsit5", "dopri5", "dop853", "rodas"));
        }
        solver.put("rtol", new Raw(chance.pick("1e-3", "1e-5", "1e-8")));
        if (chance.oneIn(3)) {
            solver.put("atol", chance.oneIn(2) ? new Raw("1e-6") : JsonText.object("default", new Raw("1e-6")));
        }
        solver.put("max_steps", new Raw("3000"));
        return solver;
    }

    private void output(Map<String, Object> scenario) {
        if (chance.oneIn(5)) {
            Map<String, Object> output = new LinkedHashMap<>();
            if (chance.oneIn(2)) {
                output.put("columns", new ArrayList<>(List.of("T", chance.pick("phase", "seen", "a"))));
            }
            output.put("sides", chance.pick("after", "both"));
            scenario.put("output", output);
        }
        if (chance.oneIn(4)) {
            Map<String, Object> outcome = new LinkedHashMap<>();
            outcome.put("tumor", chance.pick("T", "T + 1", "E"));
            outcome.put("eliminated_below", new Raw("0.01"));
            outcome.put("escaped_above", new Raw(chance.pick("5", "100")));
            if (chance.oneIn(2)) {
                outcome.put("window", new Raw("5"));
            }
            scenario.put("outcome", outcome);
        }
    }

    private Map<String, Object> spread() {
        Map<String, Object> spread = new LinkedHashMap<>();
        switch (chance.below(4)) {
            case 0 -> spread.put("values", new ArrayList<>(List.of(value(), value())));
            case 1 -> {
                spread.put("distribution", chance.pick("lognormal", "lognormal", "normal", "uniform", "beta"));
                spread.put(chance.oneIn(8) ? "mean" : "median", new Raw("1"));
                spread.put("cv", new Raw("0.3"));
            }
            default -> {
                spread.put("from", value());
                spread.put("to", value());
                spread.put("count", new Raw("" + chance.from(1, 4)));
                if (chance.oneIn(3)) {
                    spread.put("scale", chance.pick("log", "linear"));
                }
            }
        }
        return spread;
    }
}
