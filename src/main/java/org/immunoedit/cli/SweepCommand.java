package org.immunoedit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.immunoedit.io.Manifest;
import org.immunoedit.io.VaryText;
import org.immunoedit.problem.BadInput;
import org.immunoedit.sweep.PhaseMap;
import org.immunoedit.sweep.Shard;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code sweep SCENARIO}: runs a scenario at every point of a design. */
final class SweepCommand implements Command {
    private static final String VARY = "--vary";
    private static final String DESIGN = "--design";
    private static final String SAMPLES = "--samples";
    private static final String KEEP = "--keep";
    private static final String RESUME = "--resume";
    private static final String SHARD = "--shard";
    private static final String MERGE = "--merge";
    private static final String FAIL_ON = "--fail-on";
    private static final String DRY_RUN = "--dry-run";

    private final Set<Path> unfinished;

    /** Temporary files in use stand in the set. */
    SweepCommand(Set<Path> unfinished) {
        this.unfinished = unfinished;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("sweep");
        spec.usageMessage()
                .description("Run a scenario at every point of a design: a row of results for each.")
                .footer(
                        "",
                        "DIR receives results.csv, summary.csv, summary.json and manifest.json. Whatever ends a sweep"
                                + " early, --resume with the same words goes on to the same bytes.",
                        "",
                        "Exit codes: 0 done, 1 more rows failed than --fail-on allows, 2 wrong command line or another"
                                + " sweep in DIR, 3 invalid scenario, 4 input/output error, 130 interrupted.");
        spec.addPositional(
                Options.documents("SCENARIO", "Scenario file (JSON); with --merge the directories to join."));
        Options.addOutput(spec, "DIR", "Directory of the results.");
        spec.addOption(OptionSpec.builder(VARY)
                .paramLabel("PATH=VALUES")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(
                        "Vary a value: parameters.a=0.1:0.3:41, parameters.c=1e-5:5e-2:41:log (from, to, count) or",
                        "therapies[0].amount=\"100 mg,200 mg\". Repeatable.")
                .build());
        spec.addOption(Options.valued(DESIGN, "NAME", "grid, lhs, sobol, random, list or adaptive."));
        spec.addOption(Options.valued(SAMPLES, "N", "Points of a design that draws."));
        spec.addOption(Options.valued(KEEP, "WHAT", "endpoints, trajectories or bands."));
        spec.addOption(Options.flag(RESUME, "Go on with what is in DIR."));
        spec.addOption(Options.valued(SHARD, "I/N", "Run only the I-th of N parts, I from 1."));
        spec.addOption(Options.flag(MERGE, "Join the directories of all parts."));
        spec.addOption(Options.valued(FAIL_ON, "N", "Exit with 1 when more than N rows failed; default: 0."));
        spec.addOption(Options.flag(DRY_RUN, "Print points, rows, estimated time and disk; write nothing."));
        Options.addSettings(spec);
        Options.addSolver(spec);
        Options.addDiagnostics(spec);
        return Examples.add(
                spec,
                "Five values of a parameter",
                "immunoedit sweep scenarios/dormancy/kuznetsov-dormancy.json \\\n"
                        + "    --vary parameters.a=0.1:0.3:5 -o growth");
    }

    @Override
    public ExitCode run(ParseResult words, Console console) throws WrongUsage, BadInput, IOException {
        List<String> inputs = words.matchedPositionalValue(0, List.of());
        OptionalLong failOn = count(words, FAIL_ON);
        if (words.hasMatchedOption(MERGE)) {
            refuse(List.of(VARY, DESIGN, SAMPLES, KEEP, RESUME, SHARD, DRY_RUN, "--set", "--seed"), words);
            Tally tally = new SweepMerge(paths(inputs), unfinished).into(output(words));
            return ended(tally, failOn.orElse(0), List.of(), words, console);
        }
        if (inputs.size() != 1) {
            throw new WrongUsage("a sweep takes one scenario, not " + inputs.size());
        }
        Changes changes = new Changes(settings(words), Options.seed(words), words.originalArgs());
        Document document = Document.read(inputs.get(0), console.in());
        boolean dry = words.hasMatchedOption(DRY_RUN);
        boolean printed = !dry && isPrinted(words, document, changes);
        String output = dry || printed ? "" : output(words);
        Shard shard = shard(words);
        int threads = Options.threads(words);
        SweepStudy study = study(document, changes, shard);
        SweepLines tables = SweepLines.of(study, threads);
        warn(study, words, console); // not before: errors until here are an array of their own
        if (dry) {
            String estimate = new Estimate(study, tables, shard, threads).text();
            console.out().write(estimate.getBytes(StandardCharsets.UTF_8));
            return ExitCode.DONE;
        }
        if (printed) {
            SweepPrint print = new SweepPrint(tables, study.plan().rows(), shard);
            Tally tally = print.to(console.out(), threads);
            return ended(tally, failOn.orElse(0), print.report(), words, console);
        }
        SweepDirectory directory = SweepDirectory.of(output, unfinished);
        Progress progress = new Progress(
                console.err(),
                console.terminal() && !Options.quiet(words),
                study.plan().rows().named() ? "runs" : "points");
        Tally tally = new SweepRun(study, tables, directory, shard, changes.command())
                .run(threads, words.hasMatchedOption(RESUME), progress);
        try (Stream<String> rows = Files.lines(directory.results())) {
            return ended(tally, failOn.orElse(0), tables.report(rows.skip(1)), words, console);
        }
    }

    private static void warn(SweepStudy study, ParseResult words, Console console) {
        Diagnostics diagnostics = new Diagnostics(Options.json(words));
        if (!Options.quiet(words)) {
            study.warnings().forEach(diagnostics::add);
        }
        diagnostics.print(console.err());
    }

    private static SweepStudy study(Document document, Changes changes, Shard shard)
            throws WrongUsage, BadInput, IOException {
        SweepStudy study = SweepStudy.read(document, changes);
        if (study.plan().design() instanceof PhaseMap && !shard.equals(Shard.WHOLE)) {
            throw new WrongUsage(SHARD + " " + shard + ": which points an adaptive map has depends on the results of"
                    + " others; run it whole, or split its ranges");
        }
        return study;
    }

    /** Whether the results go to standard output: boundaries do where no directory is given. */
    private static boolean isPrinted(ParseResult words, Document document, Changes changes) {
        boolean directory =
                Options.output(words).filter(word -> !word.equals("-")).isPresent();
        return !directory && !words.hasMatchedOption(RESUME) && FindGoal.isAsked(document, changes);
    }

    private static ExitCode ended(Tally tally, long failOn, List<String> report, ParseResult words, Console console) {
        if (!Options.quiet(words) && !Options.json(words)) {
            console.err().println(tally.words());
            report.forEach(console.err()::println);
        }
        return tally.failed() > failOn ? ExitCode.FAILED_RUN : ExitCode.DONE;
    }

    /** Joining takes directories as they are. */
    private static void refuse(List<String> options, ParseResult words) throws WrongUsage {
        for (String option : options) {
            if (words.hasMatchedOption(option)) {
                throw new WrongUsage(option + " means nothing to " + MERGE + ", which joins what is there");
            }
        }
    }

    private static List<Path> paths(List<String> words) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (String word : words) {
            paths.add(UserPath.of(word));
        }
        return paths;
    }

    private static List<String> settings(ParseResult words) throws WrongUsage {
        List<String> settings = new ArrayList<>(Options.settings(words));
        Set<String> paths = new HashSet<>();
        for (String vary : words.matchedOptionValue(VARY, List.<String>of())) {
            String path = vary.substring(0, Math.max(0, vary.indexOf('='))).strip();
            if (!paths.add(path)) {
                throw new WrongUsage(VARY + " names " + path + " twice");
            }
            settings.add(VaryText.setting(vary)
                    .orElseThrow(() -> new WrongUsage(VARY + " " + vary
                            + " is not a variation; expected PATH=FROM:TO:COUNT[:log] or PATH=VALUE,VALUE")));
        }
        Options.text(words, DESIGN).ifPresent(name -> settings.add("sweep.design=" + name));
        Options.text(words, KEEP).ifPresent(what -> settings.add("sweep.keep=" + what));
        count(words, SAMPLES).ifPresent(n -> settings.add("sweep.samples=" + n));
        Options.seed(words).ifPresent(seed -> settings.add("sweep.seed=" + seed));
        return settings;
    }

    private static String output(ParseResult words) throws WrongUsage {
        return Options.output(words)
                .filter(word -> !word.equals("-"))
                .orElseThrow(() -> new WrongUsage("a sweep needs a directory for its results: -o DIR"));
    }

    private static Shard shard(ParseResult words) throws WrongUsage {
        Optional<String> text = Options.text(words, SHARD);
        return text.isEmpty()
                ? Shard.WHOLE
                : Manifest.shard(text.get())
                        .orElseThrow(() -> new WrongUsage(
                                SHARD + " " + text.get() + " is not a part; expected I/N with I from 1 to N"));
    }

    private static OptionalLong count(ParseResult words, String option) throws WrongUsage {
        Optional<String> text = Options.text(words, option);
        if (text.isPresent() && !text.get().matches("[0-9]{1,9}")) {
            throw new WrongUsage(option + " " + text.get() + " is not a count");
        }
        return text.isPresent() ? OptionalLong.of(Long.parseLong(text.get())) : OptionalLong.empty();
    }
}
