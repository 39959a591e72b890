package org.immunoedit.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.immunoedit.model.Catalogue;

/** The attacks of a campaign, each by its seed and number. */
final class Cases {
    private static final String[] METHODS = {
        "auto", "tsit5", "dopri5", "dop853", "rodas", "ode45", "rk45", "lsoda", "", "rosenbrock"
    };
    private static final String[] SETTINGS = {
        "parameters.a=0.2",
        "time.end=5",
        "therapies[0].amount=\"400 mg\"",
        "therapies[99].amount=1",
        "a",
        "=",
        "",
        "a=",
        "model=nothing",
        "parameters=1",
        "parameters.a",
        "time={\"end\": 3}",
        "time.end=\"3 d\"",
        "x[=1",
        "x[0=1",
        "x[-1]=1",
        "x[2147483648]=1",
        "initial.T=1e400",
        "initial[T]=1",
        "solver.max_steps=1",
        "solver.rtol=0",
        "solver.rtol=1e-30",
        "time.points=3",
        "time.every=0",
        "output.sides=both",
        "sweep.vary.parameters.a={\"values\": [1]}",
        "initial.T=NaN",
        "events[0].when=T > 1",
        "name=\"\u0000\"",
        "..=1",
        "parameters.X[1]=2",
        "\uD83D\uDE00=1"
    };
    private static final String[] WORDS = {
        "run",
        "sweep",
        "validate",
        "models",
        "agents",
        "verify",
        "schema",
        "init",
        "plot",
        "explain",
        "report",
        "--help",
        "--version",
        "-h",
        "--json",
        "--quiet",
        "-q",
        "--debug",
        "--",
        "-",
        "--threads",
        "0",
        "1",
        "-1",
        "99999999999",
        "--seed",
        "x",
        "--rtol",
        "1e-5",
        "nan",
        "--atol",
        "--method",
        "rodas",
        "--set",
        "parameters.a=1",
        "kuznetsov-1994",
        "pembrolizumab",
        "scenario",
        "model",
        "agent",
        "@s.json",
        "@m.json",
        "@nothing.json",
        "@",
        "@s.json/x",
        "--resume",
        "--shard",
        "1/2",
        "0/0",
        "2/1",
        "--dry-run",
        "--merge",
        "--fail-on",
        "--vary",
        "parameters.a=1:2:3",
        "parameters.a=1:2",
        "--design",
        "lhs",
        "--samples",
        "3",
        "--keep",
        "trajectories",
        "--model",
        "--check-numerics",
        "",
        " ",
        "--nothing",
        "-x",
        "é",
        "\u0000",
        "--json=1",
        "completion",
        "bash",
        "--plot",
        "--time-limit"
    };

    private final List<byte[]> shipped;

    Cases() {
        shipped = shipped();
    }

    Case of(long seed, long trial) {
        Chance chance = new Chance(seed, trial);
        return switch (chance.below(16)) {
            case 0, 1, 2, 3 -> scenario(chance);
            case 4, 5 -> model(chance);
            case 6 -> agent(chance);
            case 7 -> doses(chance);
            case 8, 9 -> formula(chance);
            case 10 -> sweep(chance);
            case 11 -> command(chance);
            case 12 -> explained(chance);
            case 13 -> results(chance);
            default -> shipped(chance);
        };
    }

    private static Case scenario(Chance chance) {
        ModelGrammar model = new ModelGrammar(chance);
        Map<String, Object> tree = new ScenarioGrammar(chance, model).scenario();
        Map<String, byte[]> files = files(chance, model.model());
        files.put("s.json", document(chance, tree, chance.oneIn(2) ? 0 : chance.from(1, 3)));
        List<String> words = new ArrayList<>();
        words.add(chance.oneIn(4) ? "validate" : "run");
        words.add("@s.json");
        boolean runs = words.get(0).equals("run");
        if (runs && chance.oneIn(3)) {
            words.addAll(List.of(
                    "-o",
                    chance.oneIn(8)
                            ? chance.pick("@none/out.csv", "@s.json", "@m.json/x")
                            : chance.pick("@out.csv", "@")));
            words.addAll(List.of("--time-limit", "10")); // two thousand million rows are allowed, and fill a disk
        }
        if (runs && chance.oneIn(12)) {
            words.add("--check-numerics");
        }
        if (runs && chance.oneIn(20)) {
            words.add("--plot");
        }
        if (runs) {
            settings(chance, words);
        }
        common(chance, words);
        return new Case("scenario", files, words);
    }

    private static Case model(Chance chance) {
        ModelGrammar grammar = new ModelGrammar(chance);
        Map<String, Object> scenario = new LinkedHashMap<>();
        scenario.put("model", "m.json");
        scenario.put("time", JsonText.object("end", new JsonText.Raw("5")));
        scenario.put(
                "solver", JsonText.object("max_steps", new JsonText.Raw("2000"), "rtol", new JsonText.Raw("1e-4")));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("m.json", document(chance, grammar.model(), chance.oneIn(4) ? 0 : chance.from(1, 4)));
        files.put("s.json", document(chance, scenario, 0));
        List<String> words = new ArrayList<>(chance.pick(
                List.of("validate", "@m.json"),
                List.of("run", "@s.json"),
                List.of("validate", "@s.json", "@m.json"),
                List.of("models", "@m.json"),
                List.of("verify", "@m.json")));
        common(chance, words);
        return new Case("model", files, words);
    }

    private static Case agent(Chance chance) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.json", document(chance, new AgentGrammar(chance).agent(), chance.from(0, 4)));
        List<String> words = new ArrayList<>(List.of("validate", "@a.json"));
        common(chance, words);
        return new Case("agent", files, words);
    }

    private static Case doses(Chance chance) {
        ModelGrammar model = new ModelGrammar(chance);
        Map<String, Object> tree = new ScenarioGrammar(chance, model).scenario();
        tree.put("therapies", new ArrayList<>(List.of(JsonText.object("doses_file", "d.csv"))));
        Map<String, byte[]> files = files(chance, model.model());
        files.put("d.csv", table(chance, new TableGrammar(chance).doses()));
        files.put("s.json", document(chance, tree, 0));
        List<String> words = new ArrayList<>(List.of("run", "@s.json"));
        common(chance, words);
        return new Case("doses", files, words);
    }

    private static Case formula(Chance chance) {
        ModelGrammar grammar = new ModelGrammar(chance);
        Map<String, Object> model = grammar.model();
        FormulaGrammar formulas = grammar.formulas();
        String text = chance.oneIn(4) ? formulas.attack() : formulas.number(chance.from(1, 5), false);
        Havoc havoc = new Havoc(chance);
        model.put(
                "observables",
                JsonText.object(
                        "tried",
                        JsonText.object(
                                "is", chance.oneIn(2) ? text : havoc.breakText(text, chance.from(1, 3)), "unit", "1")));
        if (chance.oneIn(4)) {
            model.put("units", "checked");
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("m.json", document(chance, model, 0));
        List<String> words = new ArrayList<>(List.of("validate", "@m.json"));
        common(chance, words);
        return new Case("formula", files, words);
    }

    private static Case sweep(Chance chance) {
        ModelGrammar model = new ModelGrammar(chance);
        Map<String, Object> tree = commanded(chance, model);
        Map<String, byte[]> files = files(chance, model.model());
        files.put("p.csv", table(chance, new TableGrammar(chance).points()));
        files.put("s.json", document(chance, tree, chance.oneIn(2) ? 0 : chance.from(1, 3)));
        List<String> words = new ArrayList<>(List.of("sweep", "@s.json", "--threads", chance.pick("1", "1", "2")));
        if (chance.oneIn(5)) {
            words.add("--dry-run");
        } else {
            words.addAll(List.of("-o", "@results"));
        }
        if (chance.oneIn(6)) {
            words.addAll(List.of("--shard", chance.pick("1/2", "2/2", "9/9")));
        }
        if (chance.oneIn(6)) {
            words.addAll(List.of("--fail-on", "2"));
        }
        if (chance.oneIn(8)) {
            words.addAll(
                    List.of("--vary", chance.pick("parameters.a=1:2:3", "initial.T=1,2", "parameters.b=1:9:2:log")));
        }
        settings(chance, words);
        return new Case("sweep", files, words);
    }

    /** What the terms of the tumor's equation did. */
    private static Case explained(Chance chance) {
        ModelGrammar model = new ModelGrammar(chance);
        ScenarioGrammar grammar = new ScenarioGrammar(chance, model);
        Map<String, Object> tree = chance.oneIn(2) ? grammar.scenario() : grammar.sure();
        if (!chance.oneIn(4)) {
            tree.put("outcome", JsonText.object("tumor", chance.pick("T", "T", "T", "E", "seen")));
        }
        Map<String, byte[]> files = files(chance, model.model());
        files.put("s.json", document(chance, tree, chance.oneIn(2) ? 0 : chance.from(1, 2)));
        List<String> words = new ArrayList<>(List.of("explain", "@s.json"));
        if (chance.oneIn(3)) {
            words.addAll(List.of("-o", chance.pick("@parts.csv", "@parts.csv", "-", "@s.json", "@")));
        }
        if (chance.oneIn(3)) {
            words.add("--all");
        }
        if (chance.oneIn(6)) {
            words.addAll(List.of("--set", chance.pick(SETTINGS)));
        }
        common(chance, words);
        return new Case("explain", files, words);
    }

    /** Figures, pages and explanations of results, which may have been broken in between. */
    private static Case results(Chance chance) {
        ModelGrammar model = new ModelGrammar(chance);
        boolean sweeps = chance.oneIn(3);
        ScenarioGrammar grammar = new ScenarioGrammar(chance, model);
        Map<String, byte[]> files = files(chance, model.model());
        files.put("p.csv", new TableGrammar(chance).points().getBytes(UTF_8));
        Map<String, Object> scenario = chance.oneIn(3) ? grammar.scenario() : grammar.sure();
        files.put("s.json", document(chance, sweeps ? grammar.sweep(scenario) : scenario, 0));
        List<String> first = sweeps
                ? List.of("sweep", "@s.json", "--threads", "1", "-o", "@results")
                : List.of("run", "@s.json", "-o", "@out.csv", "--quiet");
        List<String> words = new ArrayList<>();
        words.add(sweeps ? chance.pick("plot", "report", "sweep") : chance.pick("plot", "report", "explain"));
        switch (words.get(0)) {
            case "sweep" -> words.addAll(List.of("@s.json", "--resume", "--threads", "1", "-o", "@results"));
            case "explain" -> words.add("@out.csv");
            default -> {
                words.add(sweeps ? "@results" : chance.oneIn(6) ? "@" : "@out.csv");
                figure(chance, words);
            }
        }
        if (chance.oneIn(6)) {
            words.add("--json");
        }
        return new Case("results", files, words, first);
    }

    private static void figure(Chance chance, List<String> words) {
        if (words.get(0).equals("report")) {
            words.addAll(List.of("-o", chance.pick("@page.html", "-")));
            return;
        }
        if (chance.oneIn(2)) {
            words.addAll(List.of("-o", chance.pick("@figure.svg", "@figure.svg", "-", "@figure.png", "@figure.txt")));
        }
        if (chance.oneIn(4)) {
            words.addAll(List.of("--columns", chance.pick("T", "T,seen", "nothing", "", "time", "T,T")));
        }
        if (chance.oneIn(6)) {
            words.addAll(
                    List.of("--size", chance.pick("85x60mm", "3x2in", "0x0", "1e9x1e9mm", "x", "-1x5cm", "NaNx2")));
        }
        if (chance.oneIn(6)) {
            words.add(chance.pick("--linear", "--multiples", "--endpoint=phase", "--endpoint=nadir", "--data=@d.csv"));
        }
    }

    /** Breaks one of some results, as an editor or a disk might. */
    static void spoil(Map<String, byte[]> results, Chance chance) {
        if (results.isEmpty() || chance.oneIn(3)) {
            return;
        }
        String name = chance.pick(List.copyOf(results.keySet()));
        Havoc havoc = new Havoc(chance);
        byte[] content = results.get(name);
        results.put(
                name,
                chance.oneIn(4)
                        ? havoc.breakBytes(content, chance.from(1, 3))
                        : havoc.breakText(new String(content, UTF_8), chance.from(1, 3))
                                .getBytes(UTF_8));
    }

    private static Case command(Chance chance) {
        ModelGrammar model = new ModelGrammar(chance);
        Map<String, byte[]> files = files(chance, model.model());
        files.put("s.json", document(chance, commanded(chance, model), 0));
        List<String> words = new ArrayList<>();
        words.add(chance.oneIn(4) ? chance.pick(WORDS) : WORDS[chance.below(9)]);
        for (int k = chance.from(0, 5); k > 0; k--) {
            words.add(chance.pick(WORDS));
        }
        if (chance.oneIn(3)) {
            words.addAll(List.of("-o", chance.pick("@results", "@out.csv", "@s.json", "@")));
        }
        return new Case("command", files, words);
    }

    private static Map<String, Object> commanded(Chance chance, ModelGrammar model) {
        ScenarioGrammar grammar = new ScenarioGrammar(chance, model);
        return grammar.sweep(chance.oneIn(2) ? grammar.scenario() : grammar.sure());
    }

    private Case shipped(Chance chance) {
        byte[] original = chance.pick(shipped);
        Havoc havoc = new Havoc(chance);
        byte[] broken = chance.oneIn(3)
                ? havoc.breakBytes(original, chance.from(1, 4))
                : havoc.breakText(new String(original, UTF_8), chance.from(1, 4))
                        .getBytes(UTF_8);
        List<String> words = new ArrayList<>(List.of("validate", "@s.json"));
        common(chance, words);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("s.json", broken);
        return new Case("shipped", files, words);
    }

    private static Map<String, byte[]> files(Chance chance, Map<String, Object> model) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("m.json", document(chance, model, chance.oneIn(8) ? 1 : 0));
        files.put("d.csv", new TableGrammar(chance).doses().getBytes(UTF_8));
        return files;
    }

    private static byte[] document(Chance chance, Object tree, int edits) {
        Havoc havoc = new Havoc(chance);
        String text = new JsonText(chance).write(havoc.breakTree(tree, edits));
        if (edits > 0 && chance.oneIn(10)) {
            text = havoc.breakText(text, 1);
        }
        byte[] bytes = text.getBytes(UTF_8);
        return edits > 0 && chance.oneIn(40) ? havoc.breakBytes(bytes, 2) : bytes;
    }

    private static byte[] table(Chance chance, String text) {
        Havoc havoc = new Havoc(chance);
        byte[] bytes = (chance.oneIn(3) ? havoc.breakText(text, chance.from(1, 3)) : text).getBytes(UTF_8);
        return chance.oneIn(10) ? havoc.breakBytes(bytes, 2) : bytes;
    }

    private static void settings(Chance chance, List<String> words) {
        if (chance.oneIn(6)) {
            words.addAll(List.of("--set", chance.pick(SETTINGS)));
        }
        if (chance.oneIn(10)) {
            words.addAll(List.of("--method", chance.pick(METHODS)));
        }
        if (chance.oneIn(12)) {
            words.addAll(List.of(chance.pick("--rtol", "--atol"), chance.oneIn(2) ? chance.oddNumber() : "1e-4"));
        }
    }

    private static void common(Chance chance, List<String> words) {
        if (chance.oneIn(6)) {
            words.add("--json");
        }
        if (chance.oneIn(12)) {
            words.add("--quiet");
        }
    }

    private static List<byte[]> shipped() {
        try (Stream<Path> scenarios = Files.walk(Path.of("scenarios"))) {
            List<byte[]> all = new ArrayList<>();
            for (Path path : scenarios
                    .filter(p -> p.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                all.add(Files.readAllBytes(path));
            }
            for (Catalogue catalogue : List.of(Catalogue.MODELS, Catalogue.AGENTS)) {
                catalogue.names().forEach(name -> all.add(catalogue.open(name).orElseThrow()));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
