package org.immunoedit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The import rule of the architecture as data, and its verdict on one source text. */
final class Layers {
    /** Package → packages it may use. */
    static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("problem", Set.of()),
            Map.entry("ode", Set.of()),
            Map.entry("unit", Set.of("problem")),
            Map.entry("expr", Set.of("problem", "unit")),
            Map.entry("model", Set.of("expr", "unit", "problem")),
            Map.entry("compile", Set.of("model", "expr", "ode")),
            Map.entry("engine", Set.of("ode")),
            Map.entry("protocol", Set.of("model", "expr", "unit", "problem")),
            Map.entry("sim", Set.of("protocol", "model", "ode")),
            Map.entry("outcome", Set.of("sim", "model", "ode")),
            Map.entry("analysis", Set.of("sim", "model", "ode")),
            Map.entry("sweep", Set.of("outcome", "sim", "protocol", "model", "ode")),
            Map.entry("sbml", Set.of("model", "expr", "unit", "problem")),
            Map.entry("io", Set.of("sweep", "outcome", "sim", "protocol", "model", "expr", "unit", "ode", "problem")),
            Map.entry("figure", Set.of("sweep", "outcome", "sim", "protocol", "model")),
            Map.entry(
                    "cli",
                    Set.of(
                            "figure",
                            "io",
                            "sbml",
                            "sweep",
                            "analysis",
                            "outcome",
                            "sim",
                            "protocol",
                            "engine",
                            "compile",
                            "model",
                            "expr",
                            "unit",
                            "ode",
                            "problem")));

    /** Root of a library's packages → packages of ours that may use it. */
    private static final Map<String, Set<String>> LIBRARIES = Map.of(
            "org.objectweb.asm.", Set.of("compile"),
            "org.apache.commons.math3.", Set.of("engine", "analysis"),
            "org.apache.commons.rng.", Set.of("sweep"),
            "com.fasterxml.jackson.", Set.of("io"),
            "de.siegmar.fastcsv.", Set.of("io"),
            "org.jfree.", Set.of("figure"),
            "org.apache.batik.", Set.of("figure"),
            "org.w3c.dom.", Set.of("figure"),
            "picocli.", Set.of("cli"));

    private static final Pattern COMMENT_OR_TEXT = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|\"\"\".*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'",
            Pattern.DOTALL);
    private static final Pattern OWN = Pattern.compile("\\borg\\.immunoedit\\.([a-z]+)\\b");
    private static final Pattern IMPORT = Pattern.compile("(?m)^\\s*import\\s+(?:static\\s+)?([\\w.]+)");
    private static final Pattern PROCESS = Pattern.compile("\\bSystem\\s*\\.\\s*"
            + "(in|out|err|console|exit|getProperty|getenv|currentTimeMillis|nanoTime)\\b"
            + "|\\bRuntime\\s*\\.\\s*getRuntime\\b|\\b(Instant|Local(Date|Time|DateTime))\\s*\\.\\s*now\\b");
    private static final Pattern CATCH_ALL =
            Pattern.compile("\\bcatch\\s*\\([^)]*\\b(Exception|RuntimeException|Throwable|Error)\\b");

    private Layers() {}

    /** The packages of ours that a source text uses, itself excluded. */
    static Set<String> uses(String home, String source) {
        Set<String> used = new LinkedHashSet<>();
        Matcher own = OWN.matcher(code(source));
        while (own.find()) {
            used.add(own.group(1));
        }
        used.remove(home);
        return used;
    }

    /** What a source text of a package does against the architecture. */
    static List<String> faults(String home, String source) {
        List<String> faults = new ArrayList<>();
        Set<String> allowed = MAY_USE.get(home);
        if (allowed == null) {
            return List.of("package " + home + " is not in the architecture's table");
        }
        for (String used : uses(home, source)) {
            if (!allowed.contains(used)) {
                faults.add(home + " may not use " + used);
            }
        }
        String code = code(source);
        foreignImports(home, code, faults);
        if (!home.equals("cli")) {
            report(PROCESS, code, home + " may not touch the process or the clock", faults);
            report(CATCH_ALL, code, home + " may not catch everything", faults);
        }
        return faults;
    }

    private static void foreignImports(String home, String code, List<String> faults) {
        Matcher imports = IMPORT.matcher(code);
        while (imports.find()) {
            String name = imports.group(1);
            if (name.startsWith("java.") || name.startsWith("javax.") || name.startsWith("org.immunoedit.")) {
                continue;
            }
            boolean allowed = LIBRARIES.entrySet().stream()
                    .anyMatch(library -> name.startsWith(library.getKey())
                            && library.getValue().contains(home));
            if (!allowed) {
                faults.add(home + " may not import " + name);
            }
        }
        for (Map.Entry<String, Set<String>> library : LIBRARIES.entrySet()) {
            Pattern qualified = Pattern.compile("(?<![\\w.])" + Pattern.quote(library.getKey()) + "[a-zA-Z]");
            String body = IMPORT.matcher(code).replaceAll("");
            if (!library.getValue().contains(home)) {
                report(qualified, body, home + " may not use " + library.getKey() + "*", faults);
            }
        }
    }

    private static void report(Pattern forbidden, String code, String fault, List<String> faults) {
        Matcher matcher = forbidden.matcher(code);
        while (matcher.find()) {
            faults.add(fault + ": " + matcher.group());
        }
    }

    /** The source without comments and texts, which may name what they like. */
    private static String code(String source) {
        return COMMENT_OR_TEXT.matcher(source).replaceAll(" ");
    }
}
