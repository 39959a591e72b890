package org.immunoedit.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.immunoedit.cli.Binding.Bound;
import org.immunoedit.cli.Preparation.Ready;
import org.immunoedit.io.Json;
import org.immunoedit.io.OutcomeReader;
import org.immunoedit.io.OutcomeRequest;
import org.immunoedit.io.Scenario;
import org.immunoedit.io.ScenarioReader;
import org.immunoedit.problem.Problems;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sim.Programs;
import org.immunoedit.sim.Rules;
import org.immunoedit.unit.Unit;

/**
 * A scenario put together: what runs, and how it is judged.
 *
 * @param judgement empty when no tumor is named
 * @param zero names of states that stay 0 and are not integrated
 */
record Assembly(Ready ready, Optional<Judgement> judgement, List<String> zero) {
    /**
     * Puts a scenario together.
     *
     * @param scenario its tree, with all overrides
     * @param library finds what it names
     * @param compiler makes programs of experiments
     * @return empty after an error
     * @throws IOException if a file that the scenario names cannot be read
     */
    static Optional<Assembly> of(
            Json scenario, Library library, Function<Experiment, Programs> compiler, Problems problems)
            throws IOException {
        Optional<Scenario> read = ScenarioReader.read(scenario, library::agent, problems);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Optional<Bound> bound = new Binding(read.get(), library, problems).bind();
        if (bound.isEmpty()) {
            return Optional.empty();
        }
        OutcomeRequest request =
                OutcomeReader.read(bound.get().document().outcome(), read.get().outcome(), problems);
        Columns columns = new Columns(bound.get(), false);
        Unit time = bound.get().composed().time();
        Optional<Judgement> judgement = Judgement.of(request, columns, time, problems);
        Rules rules = bound.get().guidance().rules(judgement, request.tumor().isPresent(), problems);
        Optional<Ready> ready = new Preparation(read.get(), compiler, problems)
                .ready(bound.get(), judgement.map(Judgement::watched).orElse(List.of()), rules);
        return ready.map(r -> new Assembly(r, judgement, List.copyOf(bound.get().zero())));
    }
}
