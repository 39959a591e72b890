package org.immunoedit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.immunoedit.io.Json;
import org.immunoedit.io.JsonReader;
import org.immunoedit.io.JsonText;
import org.immunoedit.io.Overrides;
import org.immunoedit.io.RunRecord;
import org.immunoedit.io.SweepPlan;
import org.immunoedit.io.SweepReader;
import org.immunoedit.outcome.Endpoint;
import org.immunoedit.problem.BadInput;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sweep.Design;
import org.immunoedit.sweep.Spread;
import org.immunoedit.sweep.Variation;

/**
 * A whole sweep: the same points under each of its arms.
 *
 * @param document the scenario with the overrides of the command line, without its sweep and without what arms change
 * @param arms one scenario per arm in the order of the plan; a single one if the sweep compares nothing
 * @param digest of all that the results depend on
 */
record SweepStudy(Json.Object document, Json.Object sweep, SweepPlan plan, List<SweepScenario> arms, String digest) {
    private static final long MOST_VALUES_OF_A_RUN = 2_000_000;

    private static final String SWEEP = "sweep";

    SweepStudy {
        arms = List.copyOf(arms);
    }

    /** The same sweep over other points. */
    SweepStudy over(Design points) {
        return new SweepStudy(document, sweep, plan.over(points), arms, digest);
    }

    /** What varies, with the unit of its values: as written, or the one that is declared for a bare number there. */
    Map<String, String> varied() {
        Map<String, String> units = new LinkedHashMap<>();
        for (int j = 0; j < plan.variations().size(); j++) {
            Variation variation = plan.variations().get(j);
            boolean bare = variation.unit().isEmpty() && !(variation.spread() instanceof Spread.Words);
            units.put(variation.path(), bare ? declared(j) : variation.unit());
        }
        return units;
    }

    /** The unit that all arms declare which a variation concerns; empty if they do not agree. */
    private String declared(int variation) {
        Set<String> units = new LinkedHashSet<>();
        for (SweepScenario arm : arms) {
            if (arm.kept().contains(variation)) {
                units.add(arm.declaredUnit(plan.variations().get(variation).path()));
            }
        }
        return units.size() == 1 ? units.iterator().next() : "";
    }

    /** Warnings of all arms, each once. */
    List<Problem> warnings() {
        return arms.stream().flatMap(arm -> arm.warnings().stream()).distinct().toList();
    }

    /**
     * Reads a scenario and tries the values of its sweep under each arm, each name for itself.
     *
     * @throws BadInput with every problem found
     * @throws IOException if a file cannot be read
     */
    static SweepStudy read(Document source, Changes changes) throws BadInput, IOException {
        Problems problems = new Problems();
        Optional<Json> tree = JsonReader.parse(source.bytes(), source.name(), problems)
                .map(json -> Overrides.apply(json, changes.settings(), problems));
        problems.throwIfErrors();
        if (tree.isEmpty() || !(tree.get() instanceof Json.Object whole)) {
            problems.error("type", Place.startOf(source.name()), "this is not a scenario", "an object");
            throw new BadInput(problems.sorted());
        }
        Json found = whole.get(SWEEP).orElseGet(() -> new Json.Object(Map.of(), whole.place()));
        if (!(found instanceof Json.Object sweep)) {
            problems.error("type", found.place(), found.shown() + " is not a sweep", "an object");
            throw new BadInput(problems.sorted());
        }
        Library library = new Library(source.directory(), problems);
        Optional<SweepPlan> plan = SweepReader.read(
                sweep,
                path -> library.file("points", path.value(), path.place()).map(Document::bytes),
                problems);
        problems.throwIfErrors();
        Set<String> contents = new TreeSet<>(library.contents());
        Map<String, Json.Member> members = new LinkedHashMap<>(whole.members());
        members.remove(SWEEP);
        Json.Object document = new Json.Object(members, whole.place());
        List<SweepScenario> arms = tried(source, document, plan.orElseThrow(), contents);
        return new SweepStudy(document, sweep, plan.get(), arms, digest(source, document, sweep, contents));
    }

    /** The scenario under each arm. */
    private static List<SweepScenario> tried(
            Document source, Json.Object document, SweepPlan plan, Set<String> contents) throws BadInput, IOException {
        SweepTrial.Common common = new SweepTrial.Common(source, new Shelves(), new SharedPrograms(), contents);
        Set<Problem> faults = new LinkedHashSet<>();
        List<SweepTrial> trials = new ArrayList<>();
        if (plan.arms().isEmpty()) {
            trials.add(new SweepTrial(common, document, "", plan));
        }
        for (SweepPlan.Arm arm : plan.arms()) {
            Problems problems = new Problems();
            Json.Object changed = (Json.Object) arm.applyTo(document, problems);
            faults.addAll(problems.sorted());
            trials.add(new SweepTrial(common, changed, arm.name(), plan));
        }
        List<List<Integer>> kept = kept(trials, plan);
        List<SweepScenario> arms = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            trials.get(i).scenario(kept.get(i), faults).ifPresent(arms::add);
        }
        if (faults.isEmpty()) {
            faults.addAll(otherUnits(plan, arms));
            faults.addAll(impossible(plan, arms));
            faults.addAll(tooManyValues(plan, arms));
            faults.addAll(tooLongRuns(plan, arms));
        }
        if (!faults.isEmpty()) {
            throw new BadInput(List.copyOf(faults));
        }
        return arms;
    }

    /** Arms whose endpoints have other units than those of the arms before them: one column cannot show both. */
    private static List<Problem> otherUnits(SweepPlan plan, List<SweepScenario> arms) {
        List<Problem> faults = new ArrayList<>();
        Map<String, String> units = new LinkedHashMap<>();
        for (int i = 0; i < arms.size(); i++) {
            for (Endpoint endpoint : SweepColumns.endpoints(arms.get(i).base())) {
                String unit = units.putIfAbsent(endpoint.name(), endpoint.unit());
                if (unit != null && !unit.equals(endpoint.unit())) {
                    SweepPlan.Arm arm = plan.arms().get(i);
                    String found = "arm \"" + arm.name() + "\" measures " + endpoint.name() + " in \"" + endpoint.unit()
                            + "\", an arm before it in \"" + unit + "\"";
                    faults.add(Problem.error("unit", arm.place(), found, "arms of models with the same units"));
                    break;
                }
            }
        }
        return faults;
    }

    /** Definitions that cannot be moved because a scenario does not have them, or has them too near to another. */
    private static List<Problem> impossible(SweepPlan plan, List<SweepScenario> arms) {
        return plan.output().moved().stream()
                .filter(move -> !arms.stream()
                        .allMatch(arm -> arm.base()
                                .judgement()
                                .filter(judgement -> OtherJudges.isPossible(move, judgement.criteria()))
                                .isPresent()))
                .map(move -> Problem.error(
                        "value",
                        move.place(),
                        move.what() + " of this outcome cannot be multiplied by " + move.factor(),
                        "a definition that the outcome has, and stays below or above the other one"))
                .toList();
    }

    /** Bands of more values than can be sorted in a bearable time. */
    private static List<Problem> tooManyValues(SweepPlan plan, List<SweepScenario> arms) {
        double values = 0;
        for (SweepScenario arm : arms) {
            Experiment experiment = arm.base().ready().experiment();
            values += (double) plan.design().size()
                    * experiment.grid().size()
                    * experiment.columns().size();
        }
        if (plan.output().keep() != SweepPlan.Keep.BANDS || values <= SweepBands.MOST_VALUES) {
            return List.of();
        }
        String found = String.format(Locale.ROOT, "bands of %.2g values", values);
        String expected = String.format(
                Locale.ROOT, "at most %.2g: fewer columns (\"output\"), fewer rows (\"time\") or fewer points", (double)
                        SweepBands.MOST_VALUES);
        return List.of(Problem.error("range", plan.output().place(), found, expected));
    }

    /** Runs of more values than several of which can be held until it is their turn to be written. */
    private static List<Problem> tooLongRuns(SweepPlan plan, List<SweepScenario> arms) {
        if (plan.output().keep() == SweepPlan.Keep.ENDPOINTS) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        for (SweepScenario arm : arms) {
            Experiment experiment = arm.base().ready().experiment();
            long values =
                    (long) experiment.grid().size() * (1 + experiment.columns().size());
            if (values > MOST_VALUES_OF_A_RUN) {
                problems.add(Problem.error(
                        "range",
                        plan.output().place(),
                        values + " values of each run to keep",
                        "at most " + MOST_VALUES_OF_A_RUN
                                + ": fewer columns (\"output\"), fewer rows (\"time\"), or \"run\" for a single one"));
            }
        }
        return problems;
    }

    /** Which variations concern each arm; what concerns none stays in all of them, to be told of. */
    private static List<List<Integer>> kept(List<SweepTrial> trials, SweepPlan plan) throws IOException {
        List<List<Integer>> meaningless = new ArrayList<>();
        for (SweepTrial trial : trials) {
            meaningless.add(plan.arms().isEmpty() ? List.of() : trial.meaningless());
        }
        return meaningless.stream()
                .map(left -> IntStream.range(0, plan.variations().size())
                        .filter(j -> !left.contains(j) || meaningless.stream().allMatch(other -> other.contains(j)))
                        .boxed()
                        .toList())
                .toList();
    }

    /** Of the program, the scenario with its sweep, and the content of every file that was read. */
    private static String digest(Document source, Json.Object document, Json.Object sweep, Set<String> contents) {
        String text = App.version() + "\n" + JsonText.compact(document) + "\n" + JsonText.compact(sweep) + "\n"
                + String.join("\n", contents);
        return RunRecord.Source.of("sweep", source.name(), text.getBytes(StandardCharsets.UTF_8))
                .sha256();
    }
}
