package org.immunoedit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunoedit.cli.Binding.Bound;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Formula;
import org.immunoedit.io.Json;
import org.immunoedit.io.ModelDocument;
import org.immunoedit.io.Scenario;
import org.immunoedit.io.ScenarioReader;
import org.immunoedit.model.Definition;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.model.Model;
import org.immunoedit.problem.Problems;

/**
 * Binds the scenarios of a model's claims. What a claim reads becomes observables of the model, so that its names and
 * units are checked like all others.
 */
final class ClaimBench {
    private final ModelDocument document;
    private final Path directory;

    /** @param directory where paths in the claims start */
    ClaimBench(ModelDocument document, Path directory) {
        this.document = document;
        this.directory = directory;
    }

    /**
     * A scenario that was bound.
     *
     * @param terms one for each formula of the claim
     */
    record Fixed(Scenario scenario, Bound bound, List<Term> terms) {}

    /**
     * Binds the equations of a scenario that is not run; all states are kept, also those that would stay 0.
     *
     * @return empty after an error
     * @throws IOException if a file that the scenario names cannot be read
     */
    Optional<Fixed> whole(Json.Object json, List<Formula> formulas, Problems problems) throws IOException {
        return bind(json, formulas, true, problems).filter(fixed -> !problems.hasErrors());
    }

    private Optional<Fixed> bind(Json.Object json, List<Formula> formulas, boolean whole, Problems problems)
            throws IOException {
        Library library = new Library(directory, problems);
        library.offer(with(formulas));
        Optional<Scenario> scenario = ScenarioReader.read(json, library::agent, problems);
        if (scenario.isEmpty()) {
            return Optional.empty();
        }
        Binding binding = new Binding(scenario.get(), library, problems);
        Optional<Bound> bound = (whole ? binding.whole() : binding).bind();
        return bound.map(b -> new Fixed(scenario.get(), b, terms(b, formulas.size())));
    }

    /**
     * Binds a scenario and makes it ready to run; the formulas are what observers watch.
     *
     * @return empty after an error
     * @throws IOException if a file that the scenario names cannot be read
     */
    Optional<Assembly> ready(Json.Object json, List<Formula> formulas, Problems problems) throws IOException {
        return bind(json, formulas, false, problems)
                .flatMap(fixed -> Assembly.watching(fixed.terms(), fixed.scenario(), fixed.bound(), problems));
    }

    private ModelDocument with(List<Formula> formulas) {
        Model model = document.model();
        List<Definition> observables = new ArrayList<>(model.observables());
        for (int k = 0; k < formulas.size(); k++) {
            Formula formula = formulas.get(k);
            observables.add(new Definition(Reference.to(name(k)), formula, Optional.empty(), "", formula.place()));
        }
        return new ModelDocument(
                model.with(model.parameters(), model.definitions(), observables), Optional.empty(), document.outcome());
    }

    private static List<Term> terms(Bound bound, int count) {
        List<Term> terms = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            String name = name(k);
            bound.equations().observables().stream()
                    .filter(term -> term.name().equals(name))
                    .forEach(terms::add);
        }
        return terms;
    }

    /** A name that no formula can spell. */
    private static String name(int k) {
        return "claim(" + k + ")";
    }
}
