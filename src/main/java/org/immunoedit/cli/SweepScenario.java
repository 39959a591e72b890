package org.immunoedit.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunoedit.io.Json;
import org.immunoedit.io.Overrides;
import org.immunoedit.io.ScenarioReader;
import org.immunoedit.io.ScenarioReader.Prescription;
import org.immunoedit.io.SweepCells;
import org.immunoedit.io.SweepPlan;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;

/**
 * A scenario with its sweep, under one arm: makes what runs at each point. Safe for concurrent use.
 *
 * @param document of the arm, with the overrides of the command line, without its sweep
 * @param plan with the variations that concern the arm
 * @param kept positions of these variations in the whole plan
 * @param base of the first point, with medians where it has draws
 * @param warnings of the scenario there
 */
record SweepScenario(
        Document source,
        Json.Object document,
        SweepPlan plan,
        List<Integer> kept,
        Shelves shelves,
        SharedPrograms programs,
        Assembly base,
        List<Problem> warnings) {
    /**
     * The first point, though with medians where it has draws, and those that differ from it in a first, last or middle
     * value of one name.
     */
    List<double[]> tried() {
        return SweepTrial.points(plan);
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

    /**
     * The therapies and the patient of a point as they are written, with the overrides of its values; none after a
     * fault.
     */
    Optional<Prescription> prescription(double[] coordinates) {
        Problems problems = new Problems();
        List<String> settings = new ArrayList<>();
        for (int j = 0; j < coordinates.length; j++) {
            if (Target.concernsDoses(plan.variations().get(j).path())) {
                settings.add(SweepCells.setting(plan.variations().get(j), coordinates[j]));
            }
        }
        Library library = new Library(source.directory(), shelves, problems);
        Json changed = Overrides.apply(document, settings, problems);
        Optional<Prescription> read = changed instanceof Json.Object whole
                ? ScenarioReader.prescription(whole, library::agent, problems)
                : Optional.empty();
        return read.filter(prescription -> problems.sorted().isEmpty());
    }

    /** The unit in which a bare number at a path is read; empty if there is none. */
    String declaredUnit(String path) {
        Library library = new Library(source.directory(), shelves, new Problems());
        Json first = Overrides.apply(document, settings(plan, tried().get(0)), new Problems());
        return ScenarioReader.read(first, library::agent, new Problems())
                .map(scenario -> new DeclaredUnit(base, scenario).of(path))
                .orElse("");
    }

    /** The values of a point as overrides. */
    static List<String> settings(SweepPlan plan, double[] coordinates) {
        List<String> settings = new ArrayList<>();
        for (int j = 0; j < coordinates.length; j++) {
            settings.add(SweepCells.setting(plan.variations().get(j), coordinates[j]));
        }
        return settings;
    }

    /** Prepares a point of a plan. */
    static Prepared prepare(
            Json.Object document,
            SweepPlan plan,
            double[] coordinates,
            Library library,
            SharedPrograms programs,
            Problems problems)
            throws IOException {
        Json changed = Overrides.apply(document, settings(plan, coordinates), problems);
        Optional<Assembly> assembly = Assembly.of(changed, library, programs, problems);
        return new Prepared(problems.hasErrors() ? Optional.empty() : assembly, problems.sorted());
    }
}
