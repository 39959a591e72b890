package org.immunoedit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunoedit.io.Claim;
import org.immunoedit.io.ClaimReader;
import org.immunoedit.io.ModelDocument;
import org.immunoedit.problem.BadInput;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;

/** The claims of a model, checked and recomputed. */
final class Claims {
    private Claims() {}

    /**
     * A claim and what came of it.
     *
     * @param findings at least one
     */
    record Proof(Claim.Head head, List<Finding> findings) {
        Proof {
            findings = List.copyOf(findings);
        }

        /** How the claim as a whole stands. */
        Standing standing() {
            return findings.stream().map(Finding::standing).reduce(Standing.HOLDS, Standing::worse);
        }
    }

    /**
     * All faults of the claims of a sound model: their shape, names, units and scenarios. Nothing is run.
     *
     * @param directory where paths in the claims start
     * @throws IOException if a file that a claim names cannot be read
     */
    static List<Problem> check(ModelDocument document, Path directory) throws IOException {
        Problems problems = new Problems();
        trials(document, directory, problems);
        return problems.sorted();
    }

    /**
     * Recomputes all claims.
     *
     * @throws BadInput if a claim is malformed; nothing was computed then
     * @throws IOException if a file that a claim names cannot be read
     */
    static List<Proof> prove(ModelDocument document, Path directory) throws BadInput, IOException {
        Problems problems = new Problems();
        List<Ready> trials = trials(document, directory, problems);
        problems.throwIfErrors();
        List<Proof> proofs = new ArrayList<>();
        for (Ready ready : trials) {
            proofs.add(new Proof(ready.head(), ready.computation().findings()));
        }
        return proofs;
    }

    private record Ready(Claim.Head head, Computation computation) {}

    private static List<Ready> trials(ModelDocument document, Path directory, Problems problems) throws IOException {
        ClaimBench bench = new ClaimBench(document, directory);
        List<Ready> trials = new ArrayList<>();
        for (Claim claim : ClaimReader.read(document, problems)) {
            Problems own = new Problems();
            trial(claim, bench, own).ifPresent(trial -> trials.add(new Ready(claim.head(), trial)));
            // what is wrong with the model itself is told without its claims
            List<Problem> told = problems.sorted();
            own.sorted().stream()
                    .filter(problem -> isOfClaim(problem) && !told.contains(problem))
                    .forEach(problems::add);
        }
        return trials;
    }

    /** An outcome is of the claim whose rules look at images: nothing else of a model alone is judged. */
    private static boolean isOfClaim(Problem problem) {
        return problem.place().pointer().startsWith("/claims")
                || problem.place().pointer().startsWith("/outcome")
                || problem.place().line() == 0;
    }

    private static Optional<Computation> trial(Claim claim, ClaimBench bench, Problems problems) throws IOException {
        SteadyTrials steady = new SteadyTrials(bench, problems);
        RunTrials runs = new RunTrials(bench, problems);
        if (claim instanceof Claim.Equilibrium equilibrium) {
            return steady.equilibrium(equilibrium);
        }
        if (claim instanceof Claim.Equilibria equilibria) {
            return steady.equilibria(equilibria);
        }
        if (claim instanceof Claim.Bifurcation bifurcation) {
            return steady.bifurcation(bifurcation);
        }
        if (claim instanceof Claim.RunThreshold threshold) {
            return runs.threshold(threshold);
        }
        return claim instanceof Claim.Order order ? runs.order(order) : runs.run((Claim.Run) claim);
    }
}
