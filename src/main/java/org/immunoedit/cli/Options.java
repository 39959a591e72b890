package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immunoedit.engine.Methods;
import org.immunoedit.figure.Size;
import org.immunoedit.problem.Nearest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The options that several commands share: their declaration and their meaning. */
final class Options {
    static final String DEBUG = "--debug";
    static final String JSON = "--json";
    private static final String QUIET = "--quiet";
    private static final String SET = "--set";
    private static final String METHOD = "--method";
    private static final String RTOL = "--rtol";
    private static final String ATOL = "--atol";
    private static final String TIME_LIMIT = "--time-limit";
    private static final String THREADS = "--threads";
    private static final String SEED = "--seed";

    private static final String OUTPUT = "--output";
    private static final String SIZE = "--size";
    private static final Pattern MEASURES =
            Pattern.compile("([0-9]{1,4}(?:\\.[0-9]+)?)x([0-9]{1,4}(?:\\.[0-9]+)?)(mm|cm|in)?");

    private Options() {}

    /** Adds what every command has: help, version, debug. */
    static CommandSpec addStandard(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
        spec.addOption(OptionSpec.builder("--version")
                .versionHelp(true)
                .description("Show the version.")
                .build());
        return spec.addOption(OptionSpec.builder(DEBUG)
                .description("Show the stack trace of an internal error.")
                .build());
    }

    /** Adds {@code --quiet} and {@code --json}. */
    static CommandSpec addDiagnostics(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-q", QUIET)
                .description("Print errors only: no warnings, no verdict.")
                .build());
        return spec.addOption(OptionSpec.builder(JSON)
                .description("Print diagnostics to standard error as one JSON array.")
                .build());
    }

    /** Adds {@code --set}. */
    static CommandSpec addSettings(CommandSpec spec) {
        return spec.addOption(OptionSpec.builder(SET)
                .paramLabel("PATH=VALUE")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("Change a value of the scenario, e.g. parameters.a=0.2 or therapies[0].amount=\"400 mg\"."
                        + " Repeatable.")
                .build());
    }

    /** Adds the options of the solver, of threads and of randomness. */
    static CommandSpec addSolver(CommandSpec spec) {
        spec.addOption(valued(METHOD, "NAME", "Integration method:" + methods() + ".").toBuilder()
                .completionCandidates(methodNames())
                .build());
        spec.addOption(valued(RTOL, "NUMBER", "Relative tolerance."));
        spec.addOption(valued(ATOL, "NUMBER", "Absolute tolerance of all states, in their units."));
        spec.addOption(valued(
                TIME_LIMIT,
                "SECONDS",
                "Give up an integration after this real time; default: never. Results then depend on the machine."));
        addThreads(spec, "Scenarios to run at the same time; default: the cores of the machine.");
        return spec.addOption(valued(SEED, "N", "Seed of random draws."));
    }

    /** Adds {@code --threads}. */
    static CommandSpec addThreads(CommandSpec spec, String description) {
        return spec.addOption(valued(THREADS, "N", description));
    }

    static boolean quiet(ParseResult words) {
        return words.hasMatchedOption(QUIET);
    }

    static boolean json(ParseResult words) {
        return words.hasMatchedOption(JSON);
    }

    static boolean debug(ParseResult words) {
        return words.hasMatchedOption(DEBUG);
    }

    /**
     * The overrides of {@code --set}, then those of the solver options.
     *
     * @throws WrongUsage if an override has no path or no value, a tolerance is not a positive number, or the method is
     *     unknown
     */
    static List<String> settings(ParseResult words) throws WrongUsage {
        List<String> settings = new ArrayList<>(words.matchedOptionValue(SET, List.<String>of()));
        for (String setting : settings) {
            if (setting.indexOf('=') <= 0) {
                throw new WrongUsage(SET + " " + setting + " is not PATH=VALUE such as parameters.a=0.2");
            }
        }
        String method = text(words, METHOD).orElse("");
        if (!method.isEmpty() && Methods.named(method).isEmpty()) {
            List<String> names = methodNames();
            String hint = Nearest.hint(method, names);
            throw new WrongUsage(METHOD + " \"" + method + "\" is not a method; known are " + String.join(", ", names)
                    + (hint.isEmpty() ? "" : " (" + hint + ")"));
        }
        addSetting(settings, "solver.method", method.isEmpty() ? "" : "\"" + method + "\"");
        addSetting(settings, "solver.rtol", positive(words, RTOL, "a tolerance", "1e-8"));
        addSetting(settings, "solver.atol", positive(words, ATOL, "a tolerance", "1e-8"));
        addSetting(settings, "solver.max_seconds", positive(words, TIME_LIMIT, "a time in seconds", "60"));
        return settings;
    }

    /**
     * How many scenarios may run at the same time.
     *
     * @throws WrongUsage if it is not a whole number of at least 1
     */
    static int threads(ParseResult words) throws WrongUsage {
        String text = text(words, THREADS).orElse("");
        if (text.isEmpty()) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (!text.matches("0*[1-9][0-9]{0,5}")) {
            throw new WrongUsage(THREADS + " " + text + " is not a number of threads; expected 1 or more");
        }
        return Integer.parseInt(text);
    }

    /**
     * The seed, if given.
     *
     * @throws WrongUsage if it is not a whole number of 64 bits
     */
    static OptionalLong seed(ParseResult words) throws WrongUsage {
        String text = text(words, SEED).orElse("");
        try {
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new WrongUsage(SEED + " " + text + " is not a whole number");
        }
    }

    /** The documents a command works on, at least one. */
    static PositionalParamSpec documents(String label, String description) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .arity("1..*")
                .required(true)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(description)
                .build();
    }

    /** The value of an option, if given. */
    static Optional<String> text(ParseResult words, String option) {
        return Optional.ofNullable(words.matchedOptionValue(option, (String) null));
    }

    private static List<String> methodNames() {
        return Methods.all().stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.method().name()), entry.aliases().stream()))
                .toList();
    }

    private static String methods() {
        return Methods.all().stream()
                .map(entry -> " " + entry.method().name() + " (" + entry.about()
                        + (entry.aliases().isEmpty() ? "" : "; also " + String.join(", ", entry.aliases())) + ")")
                .collect(Collectors.joining(","));
    }

    /** An option with a value. */
    static OptionSpec valued(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    /** An option without a value. */
    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name).description(description).build();
    }

    /** Adds {@code -o}. */
    static CommandSpec addOutput(CommandSpec spec, String label, String description) {
        return spec.addOption(OptionSpec.builder("-o", OUTPUT)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build());
    }

    /** The word after {@code -o}. */
    static Optional<String> output(ParseResult words) {
        return text(words, OUTPUT);
    }

    /** Adds {@code --size} of figures. */
    static CommandSpec addSize(CommandSpec spec) {
        return spec.addOption(valued(SIZE, "WxH[mm|cm|in]", "Size on paper, e.g. 85x60mm; default: 170 mm wide."));
    }

    /**
     * The size of figures, if given.
     *
     * @throws WrongUsage if it is not two lengths within what can be drawn
     */
    static Optional<Size> size(ParseResult words) throws WrongUsage {
        Optional<String> text = text(words, SIZE);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = MEASURES.matcher(text.get());
        if (matcher.matches()) {
            double unit = "cm".equals(matcher.group(3)) ? 10 : "in".equals(matcher.group(3)) ? 25.4 : 1;
            double width = unit * Double.parseDouble(matcher.group(1));
            double height = unit * Double.parseDouble(matcher.group(2));
            if (Math.min(width, height) >= Size.LEAST && Math.max(width, height) <= Size.MOST) {
                return Optional.of(new Size(width, height));
            }
        }
        throw new WrongUsage(SIZE + " " + text.get() + " is not a size; expected WIDTHxHEIGHT such as 160x100mm, each"
                + " from " + (int) Size.LEAST + " to " + (int) Size.MOST + " mm");
    }

    private static void addSetting(List<String> settings, String path, String value) {
        if (!value.isEmpty()) {
            settings.add(path + "=" + value);
        }
    }

    private static String positive(ParseResult words, String option, String what, String example) throws WrongUsage {
        String text = text(words, option).orElse("");
        boolean number = text.matches("[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?");
        double value = number ? Double.parseDouble(text) : Double.NaN;
        if (!text.isEmpty() && !(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new WrongUsage(
                    option + " " + text + " is not " + what + "; expected a positive number such as " + example);
        }
        return text;
    }
}
