package org.immunoedit.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.immunoedit.cli.SweepScenario.Prepared;
import org.immunoedit.io.Json;
import org.immunoedit.io.Overrides;
import org.immunoedit.io.Scenario;
import org.immunoedit.io.Scenario.Treatment;
import org.immunoedit.io.ScenarioReader;
import org.immunoedit.io.SweepPlan;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.sweep.Spread;
import org.immunoedit.sweep.Variation;

/** The first look at one arm of a sweep: tries its values before anything is run. */
final class SweepTrial {
    /** Words of one name that are tried. */
    private static final int MOST_TRIED = 200;

    private static final String THERAPY = "therapies\\[([0-9]{1,6})].+";
    private static final String AGENT_PARAMETER = "parameters\\.[^.\\[]+\\..+";

    private final Common common;
    private final Json.Object document;
    private final String arm;
    private final SweepPlan plan;

    /**
     * A look.
     *
     * @param document the scenario under the arm
     * @param arm its name, empty if there are no arms
     */
    SweepTrial(Common common, Json.Object document, String arm, SweepPlan plan) {
        this.common = common;
        this.document = document;
        this.arm = arm;
        this.plan = plan;
    }

    /**
     * What all arms share.
     *
     * @param contents receives names and hashes of all files that are read
     */
    record Common(Document source, Shelves shelves, SharedPrograms programs, Set<String> contents) {}

    /**
     * Positions of the variations that have no meaning in this arm: of a therapy that it has not, or of a parameter of
     * an agent that it does not give.
     */
    List<Integer> meaningless() throws IOException {
        List<Problem> unknown = tried(points(plan).get(0)).problems().stream()
                .filter(problem -> problem.code().equals("unknown-name"))
                .toList();
        return IntStream.range(0, plan.variations().size())
                .filter(j -> isOfMissingTherapy(plan.variations().get(j).path())
                        || isOfMissingAgent(plan.variations().get(j).path(), unknown))
                .boxed()
                .toList();
    }

    private boolean isOfMissingTherapy(String path) {
        if (!path.matches(THERAPY)) {
            return false;
        }
        int position = Integer.parseInt(path.replaceFirst(THERAPY, "$1"));
        return !(document.get("therapies").orElse(null) instanceof Json.Array therapies
                && position < therapies.items().size());
    }

    private static boolean isOfMissingAgent(String path, List<Problem> unknown) {
        return path.matches(AGENT_PARAMETER)
                && unknown.stream().anyMatch(problem -> problem.place().file().equals("--set " + path));
    }

    /**
     * Tries the values of the variations that concern this arm, each name for itself.
     *
     * @param kept positions of these variations
     * @param faults receives what is wrong, each fault once
     */
    Optional<SweepScenario> scenario(List<Integer> kept, Set<Problem> faults) throws IOException {
        SweepTrial own = new SweepTrial(common, document, arm, plan.only(kept));
        Prepared base = own.tried(points(own.plan).get(0));
        List<Problem> found = new ArrayList<>(own.errors(base));
        if (found.isEmpty()) {
            for (double[] point : points(own.plan)) {
                found.addAll(own.errors(own.tried(point)));
            }
            own.readFiles();
        }
        faults.addAll(found);
        return found.isEmpty() ? Optional.of(own.scenario(kept, base)) : Optional.empty();
    }

    private SweepScenario scenario(List<Integer> kept, Prepared base) {
        Assembly assembly = base.assembly().orElseThrow();
        List<Problem> warnings =
                new ArrayList<>(base.problems().stream().map(this::placed).toList());
        warnings.addAll(IdleVariations.warnings(plan, assembly));
        return new SweepScenario(
                common.source(), document, plan, kept, common.shelves(), common.programs(), assembly, warnings);
    }

    /**
     * The first point, though with medians where it has draws, and those that differ from it in a first, last or middle
     * value of one name.
     */
    static List<double[]> points(SweepPlan plan) {
        List<double[]> points = new ArrayList<>();
        double[] first = plan.design().at(0);
        for (int j = 0; j < first.length; j++) {
            if (plan.variations().get(j).spread() instanceof Spread.Continuous drawn) {
                first[j] = drawn.quantile(0.5);
            }
        }
        points.add(first);
        for (int j = 0; j < first.length; j++) {
            for (double coordinate : tries(plan.variations().get(j).spread())) {
                double[] other = first.clone();
                other[j] = coordinate;
                points.add(other);
            }
        }
        return points;
    }

    /** Reads the files that words name which are not tried: they are a part of the design. */
    private void readFiles() throws IOException {
        double[] first = points(plan).get(0);
        for (int j = 0; j < first.length; j++) {
            if (plan.variations().get(j).spread() instanceof Spread.Words words) {
                for (int word = MOST_TRIED; word < words.size(); word++) {
                    double[] other = first.clone();
                    other[j] = words.level(word);
                    readFiles(other);
                }
            }
        }
    }

    private void readFiles(double[] coordinates) throws IOException {
        Problems problems = new Problems();
        Library library = new Library(common.source().directory(), common.shelves(), problems);
        Optional<Scenario> scenario = ScenarioReader.read(
                Overrides.apply(document, SweepScenario.settings(plan, coordinates), problems),
                library::agent,
                problems);
        if (scenario.isPresent() && scenario.get().model().isPath()) {
            library.file(
                    "model",
                    scenario.get().model().text(),
                    scenario.get().model().place());
        }
        for (Treatment treatment : scenario.map(Scenario::therapies).orElse(List.of())) {
            if (treatment instanceof Treatment.FromFile file) {
                library.file("doses", file.path(), file.place());
            }
        }
        common.contents().addAll(library.contents());
    }

    private Prepared tried(double[] coordinates) throws IOException {
        Problems problems = new Problems();
        Library library = new Library(common.source().directory(), problems);
        Prepared prepared = SweepScenario.prepare(document, plan, coordinates, library, common.programs(), problems);
        common.contents().addAll(library.contents());
        return prepared;
    }

    private List<Problem> errors(Prepared prepared) {
        if (prepared.assembly().isPresent()) {
            return List.of();
        }
        List<Problem> own = prepared.problems().stream()
                .filter(problem -> placed(problem) != problem)
                .map(problem -> placed(problem))
                .toList();
        // a faulty value is often missed elsewhere, too
        return own.isEmpty() ? prepared.problems() : own;
    }

    /** A problem with a varied value stands where the sweep names it. */
    private Problem placed(Problem problem) {
        for (int j = 0; j < plan.variations().size(); j++) {
            Variation variation = plan.variations().get(j);
            if (problem.place().file().equals("--set " + variation.path())) {
                String under = arm.isEmpty() ? "" : " in arm \"" + arm + "\"";
                return new Problem(
                        problem.severity(),
                        problem.code(),
                        plan.places().get(j),
                        variation.path() + under + ": " + problem.found(),
                        problem.expected(),
                        problem.hint());
            }
        }
        return problem;
    }

    private static double[] tries(Spread spread) {
        if (spread instanceof Spread.Words words) {
            double[] all = new double[Math.min(MOST_TRIED, words.size())];
            java.util.Arrays.setAll(all, words::level);
            return all;
        }
        return spread instanceof Spread.Finite finite
                ? new double[] {finite.level(0), finite.level(finite.size() - 1)}
                : new double[] {spread.quantile(0.5)};
    }
}
