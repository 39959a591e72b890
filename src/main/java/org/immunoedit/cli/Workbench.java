package org.immunoedit.cli;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immunoedit.io.Defaults;
import org.immunoedit.io.Json;
import org.immunoedit.io.JsonReader;
import org.immunoedit.io.Overrides;
import org.immunoedit.io.SweepPlan;
import org.immunoedit.io.SweepReader;
import org.immunoedit.problem.BadInput;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;

/** Turns a scenario into a finished run: the one place where reading, compiling and integrating meet. */
final class Workbench implements Jobs {
    @Override
    public Job prepare(Document document, Changes changes) throws BadInput, IOException {
        Problems problems = new Problems();
        Optional<Job> job =
                job(document, JsonReader.parse(document.bytes(), document.name(), problems), changes, problems);
        problems.throwIfErrors();
        return job.orElseThrow(() -> new AssertionError("no job and no problem: " + document.name()));
    }

    @Override
    public List<Problem> check(Document document, Changes changes) throws IOException {
        Problems problems = new Problems();
        Optional<Json> json = JsonReader.parse(document.bytes(), document.name(), problems);
        if (json.isPresent()) {
            switch (Checking.kind(json.get())) {
                case SCENARIO -> {
                    job(document, json, changes, problems);
                    checkSweep(document, json.get(), changes, problems);
                }
                case MODEL -> Checking.model(json.get(), document.directory(), problems);
                case AGENT -> Checking.agent(json.get(), problems);
            }
        }
        return problems.sorted();
    }

    /** What a sweep says about itself and its arms; whether its values fit the model is told when it is run. */
    private static void checkSweep(Document document, Json json, Changes changes, Problems problems)
            throws IOException {
        Json changed = Overrides.apply(json, changes.settings(), new Problems());
        Optional<Json> sweep = changed instanceof Json.Object scenario ? scenario.get("sweep") : Optional.empty();
        if (sweep.isPresent()
                && sweep.get() instanceof Json.Object object
                && !object.members().isEmpty()) {
            Problems own = new Problems();
            Library library = new Library(document.directory(), own);
            Optional<SweepPlan> plan = SweepReader.read(
                    object,
                    path -> library.file("points", path.value(), path.place()).map(Document::bytes),
                    own);
            Set<Problem> found = new LinkedHashSet<>(own.sorted());
            for (SweepPlan.Arm arm : plan.map(SweepPlan::arms).orElse(List.of())) {
                Problems ofArm = new Problems();
                Json under = arm.applyTo(changed, ofArm);
                Assembly.of(under, new Library(document.directory(), ofArm), Preparation::adaptive, ofArm);
                found.addAll(ofArm.sorted());
            }
            // what is wrong in every arm was told of the scenario
            found.removeAll(problems.sorted());
            found.forEach(problems::add);
        }
    }

    private Optional<Job> job(Document document, Optional<Json> parsed, Changes changes, Problems problems)
            throws IOException {
        Library library = new Library(document.directory(), problems);
        library.note("scenario", document.name(), document.bytes());
        Optional<Json> json = parsed.map(tree -> Overrides.apply(tree, changes.settings(), problems));
        Optional<Assembly> assembly =
                json.isEmpty() ? Optional.empty() : Assembly.of(json.get(), library, Preparation::adaptive, problems);
        return assembly.map(a -> new ExperimentJob(
                new RunContext(
                        document.name(),
                        changes.command(),
                        Defaults.fill(json.get(), library::agent),
                        library.sources(),
                        library.citations(),
                        a.zero(),
                        problems.sorted(),
                        changes.checkNumerics()),
                a.ready(),
                a.judgement()));
    }
}
