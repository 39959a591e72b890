package org.immunoedit.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.immunoedit.cli.Shell;

/** What may come of an attack: a result, or a refusal in words that point into the file. */
final class Oracle {
    private static final Set<Integer> CODES = Set.of(0, 1, 2, 3, 4);
    private static final Pattern TRACE = Pattern.compile("(?m)^(\\s+at [\\w.$]+\\(|Exception in thread|Caused by: )");
    private static final Pattern PROBLEM = Pattern.compile("(.*?)(?::(\\d+):(\\d+))?: (error|warning): (.*)");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> KEYS =
            List.of("file", "line", "column", "severity", "code", "pointer", "found", "expected", "hint");

    private final Case attack;
    private final Path directory;
    private final Shell.Result result;
    private final List<String> faults = new ArrayList<>();

    private Oracle(Case attack, Path directory, Shell.Result result) {
        this.attack = attack;
        this.directory = directory;
        this.result = result;
    }

    /** What is wrong about a result, in words; empty when all is well. */
    static List<String> faults(Case attack, Path directory, Shell shell, Shell.Result result) throws IOException {
        Oracle oracle = new Oracle(attack, directory, result);
        oracle.ending();
        oracle.words();
        oracle.files(shell);
        return oracle.faults;
    }

    /** Whether a line is a diagnostic. */
    static boolean isProblem(String line) {
        return PROBLEM.matcher(line).matches();
    }

    private void fault(String words) {
        faults.add(words);
    }

    private void ending() {
        if (!CODES.contains(result.code())) {
            fault("exit code " + result.code());
        }
        if (TRACE.matcher(result.err()).find()) {
            fault("a stack trace");
        }
        if (result.err().contains("internal error: ")) {
            fault("an internal error");
        }
    }

    private void words() {
        if (CONTROL.matcher(result.err()).find()) {
            fault("a control character on standard error");
        }
        boolean json = attack.words().contains("--json")
                && !attack.words().contains("--")
                && (List.of("run", "validate").contains(attack.words().get(0)) || result.code() == 3);
        if (json && result.code() != 2 && !isHelp()) {
            json();
        } else if (result.code() == 3 && !attack.words().contains("verify") && !tellsOfOthers()) {
            lines();
        }
    }

    private boolean isHelp() {
        return attack.words().stream().anyMatch(Set.of("--help", "-h", "--version")::contains);
    }

    /** Of several runs those that went well are told, too, when one is refused. */
    private boolean tellsOfOthers() {
        return attack.words().get(0).equals("run")
                && attack.words().stream().filter(word -> word.startsWith("@")).count() > 2;
    }

    private void lines() {
        int errors = 0;
        for (String line : result.err().split("\n")) {
            Matcher problem = PROBLEM.matcher(line);
            if (!problem.matches()) {
                if (line.endsWith(": ok")) {
                    continue;
                }
                fault("a line that is no diagnostic: " + line);
                continue;
            }
            errors += problem.group(4).equals("error") ? 1 : 0;
            if (problem.group(2) != null) {
                place(problem.group(1), Integer.parseInt(problem.group(2)), Integer.parseInt(problem.group(3)));
            }
        }
        if (errors == 0) {
            fault("exit code 3 without an error");
        }
    }

    private void json() {
        try {
            JsonNode problems = JSON.readTree(result.err());
            int errors = 0;
            for (JsonNode problem : problems) {
                if (!KEYS.stream().allMatch(problem::has)) {
                    fault("a diagnostic without all keys: " + problem);
                    return;
                }
                errors += problem.get("severity").asText().equals("error") ? 1 : 0;
                if (problem.get("line").asInt() > 0) {
                    place(
                            problem.get("file").asText(),
                            problem.get("line").asInt(),
                            problem.get("column").asInt());
                }
            }
            if (!problems.isArray() || (errors > 0) != (result.code() != 0)) {
                fault("exit code " + result.code() + " with " + errors + " errors");
            }
        } catch (JsonProcessingException e) {
            fault("diagnostics that are not JSON: " + e.getOriginalMessage());
        }
    }

    /** A place must be in the file. */
    private void place(String file, int line, int column) {
        Path path = Path.of(file);
        byte[] bytes = path.startsWith(directory)
                ? attack.files().get(directory.relativize(path).toString())
                : null;
        if (bytes == null) {
            return;
        }
        String text = new String(bytes, UTF_8);
        String[] lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r\n|\r|\n", -1);
        if (line > lines.length || column < 1 || column > lines[line - 1].length() + 1) {
            fault("a place outside the file: " + line + ":" + column);
        }
    }

    private void files(Shell shell) throws IOException {
        if (!shell.unfinished().isEmpty()) {
            fault("unfinished files " + shell.unfinished());
        }
        for (Map.Entry<String, byte[]> file : attack.files().entrySet()) {
            Path path = directory.resolve(file.getKey());
            if (!Files.exists(path) || !java.util.Arrays.equals(Files.readAllBytes(path), file.getValue())) {
                fault("the input " + file.getKey() + " has changed");
            }
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                String name = directory.relativize(path).toString();
                if (!attack.files().containsKey(name)) {
                    written(name, path);
                }
            }
        }
        if (result.code() == 0
                && attack.words().get(0).equals("run")
                && !attack.words().contains("-o")) {
            csv("standard output", result.out());
        }
    }

    private void written(String name, Path path) throws IOException {
        if (name.endsWith(".tmp")) {
            fault("a temporary file " + name);
        } else if (name.endsWith(".csv")) {
            csv(name, Files.readString(path));
        } else if (name.endsWith(".json")) {
            JSON.readTree(Files.readString(path));
        } else if (name.endsWith(".svg")
                        && !Files.readString(path).stripTrailing().endsWith("</svg>")
                || name.endsWith(".html")
                        && !Files.readString(path).stripTrailing().endsWith("</html>")) {
            fault(name + " is not complete");
        }
        if (result.code() >= 2 && !attack.kind().equals("command")) {
            fault("a refused command has written " + name);
        }
    }

    /** Every row has the fields of the header, and the last one its end. */
    private void csv(String name, String content) {
        if (content.isEmpty() || content.length() >= Campaign.MOST_OUTPUT || content.startsWith("Usage:")) {
            return;
        }
        if (!content.endsWith("\n")) {
            fault(name + " ends within a row");
        }
        String[] rows = content.split("\n");
        if (content.indexOf('"') < 0) {
            int fields = rows[0].split(",", -1).length;
            for (String row : rows) {
                if (row.split(",", -1).length != fields) {
                    fault(name + " has a row unlike its header: " + row);
                    return;
                }
            }
        }
    }
}
