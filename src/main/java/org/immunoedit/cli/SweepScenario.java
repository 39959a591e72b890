package org.immunoedit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.immunoedit.io.Json;
import org.immunoedit.io.JsonReader;
import org.immunoedit.io.JsonText;
import org.immunoedit.io.Overrides;
import org.immunoedit.io.RunRecord;
import org.immunoedit.io.SweepCells;
import org.immunoedit.io.SweepPlan;
import org.immunoedit.io.SweepReader;
import org.immunoedit.problem.BadInput;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.sweep.Spread;
import org.immunoedit.sweep.Variation;

/**
 * A scenario with its sweep: makes what runs at each point. Safe for concurrent use.
 *
 * @param document with the overrides of the command line, without its sweep
 * @param base of the first point, with medians where it has draws
 * @param digest of all that the results depend on
 * @param warnings of the scenario there
 */
record SweepScenario(
        Document source,
        Json.Object document,
        Json.Object sweep,
        SweepPlan plan,
        Shelves shelves,
        SharedPrograms programs,
        Assembly base,
        String digest,
        List<Problem> warnings) {
    private static final String SWEEP = "sweep";
    /** Words of one name that are tried before the sweep starts. */
    private static final int MOST_TRIED = 200;

    /**
     * Reads a scenario and tries the values of its sweep, each name for itself.
     *
     * @throws BadInput with every problem found
     * @throws IOException if a file cannot be read
     */
    static SweepScenario read(Document source, Changes changes) throws BadInput, IOException {
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
        Map<String, Json.Member> members = new LinkedHashMap<>(whole.members());
        members.remove(SWEEP);
        Json.Object document = new Json.Object(members, whole.place());
        return new Trying(source, document, sweep, plan.orElseThrow(), library).scenario();
    }

    /**
     * The first point, though with medians where it has draws, and those that differ from it in a first, last or middle
     * value of one name.
     */
    List<double[]> tried() {
        return Trying.points(plan);
    }

    /** What runs at a point, or the problems that keep it from running. */
    record Prepared(Optional<Assembly> assembly, List<Problem> problems) {}

    /**
     * Prepares a point as {@code run} would with the overrides of its values.
     *
     * @throws IOException if a file that only this point names cannot be read
     */
    Prepared prepare(double[] coordinates) throws IOException {
        Problems problems = new Problems();
        Library library = new Library(source.directory(), shelves, problems);
        return prepare(document, plan, coordinates, library, programs, problems);
    }

    private static Prepared prepare(
            Json.Object document,
            SweepPlan plan,
            double[] coordinates,
            Library library,
            SharedPrograms programs,
            Problems problems)
            throws IOException {
        List<String> settings = new ArrayList<>();
        for (int j = 0; j < coordinates.length; j++) {
            settings.add(SweepCells.setting(plan.variations().get(j), coordinates[j]));
        }
        Json changed = Overrides.apply(document, settings, problems);
        Optional<Assembly> assembly = Assembly.of(changed, library, programs, problems);
        return new Prepared(problems.hasErrors() ? Optional.empty() : assembly, problems.sorted());
    }

    /** The first look at a sweep. */
    private static final class Trying {
        private final Document source;
        private final Json.Object document;
        private final Json.Object sweep;
        private final SweepPlan plan;
        private final TreeSet<String> contents = new TreeSet<>();
        private final Shelves shelves = new Shelves();
        private final SharedPrograms programs = new SharedPrograms();

        Trying(Document source, Json.Object document, Json.Object sweep, SweepPlan plan, Library listed) {
            this.source = source;
            this.document = document;
            this.sweep = sweep;
            this.plan = plan;
            note(listed);
        }

        SweepScenario scenario() throws BadInput, IOException {
            Prepared base = tried(points(plan).get(0));
            List<Problem> faults = new ArrayList<>(errors(base));
            if (faults.isEmpty()) {
                for (double[] point : points(plan)) {
                    faults.addAll(errors(tried(point)));
                }
            }
            if (!faults.isEmpty()) {
                throw new BadInput(faults.stream().distinct().toList());
            }
            Assembly assembly = base.assembly().orElseThrow();
            List<Problem> warnings =
                    new ArrayList<>(base.problems().stream().map(this::placed).toList());
            warnings.addAll(IdleVariations.warnings(plan, assembly));
            return new SweepScenario(source, document, sweep, plan, shelves, programs, assembly, digest(), warnings);
        }

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

        private void note(Library library) {
            library.sources().forEach(read -> contents.add(read.sha256()));
        }

        private Prepared tried(double[] coordinates) throws IOException {
            Problems problems = new Problems();
            Library library = new Library(source.directory(), problems);
            Prepared prepared = prepare(document, plan, coordinates, library, programs, problems);
            note(library);
            return prepared;
        }

        private List<Problem> errors(Prepared prepared) {
            if (prepared.assembly().isPresent()) {
                return List.of();
            }
            List<Problem> own = prepared.problems().stream()
                    .filter(this::isVaried)
                    .map(this::placed)
                    .toList();
            // a faulty value is often missed elsewhere, too
            return own.isEmpty() ? prepared.problems() : own;
        }

        private boolean isVaried(Problem problem) {
            return placed(problem) != problem;
        }

        /** A problem with a varied value stands where the sweep names it. */
        private Problem placed(Problem problem) {
            for (int j = 0; j < plan.variations().size(); j++) {
                Variation variation = plan.variations().get(j);
                if (problem.place().file().equals("--set " + variation.path())) {
                    return new Problem(
                            problem.severity(),
                            problem.code(),
                            plan.places().get(j),
                            variation.path() + ": " + problem.found(),
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
            return spread instanceof Spread.Levels levels
                    ? new double[] {levels.level(0), levels.level(levels.size() - 1)}
                    : new double[] {spread.quantile(0.5)};
        }

        /** Of the program, the scenario with its sweep, and the content of every file that was read. */
        private String digest() {
            String text = App.version() + "\n" + JsonText.compact(document) + "\n" + JsonText.compact(sweep) + "\n"
                    + String.join("\n", contents);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return RunRecord.Source.of("sweep", source.name(), bytes).sha256();
        }
    }
}
