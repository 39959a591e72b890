package org.immunoedit.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immunoedit.analysis.Continuation;
import org.immunoedit.analysis.Crossing;
import org.immunoedit.analysis.Eigenvalue;
import org.immunoedit.analysis.Equilibrium;
import org.immunoedit.analysis.EquilibriumSearch.Range;
import org.immunoedit.analysis.Spectrum;
import org.immunoedit.expr.Formula;
import org.immunoedit.io.Claim;
import org.immunoedit.io.Claim.Expected;
import org.immunoedit.io.Claim.Pair;
import org.immunoedit.io.Claim.Quantity;
import org.immunoedit.io.Claim.Within;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;

/** Prepares claims about steady states. */
final class SteadyTrials {
    private static final String NOTHING_FOUND = "the search finds no equilibrium from there";

    private final ClaimBench bench;
    private final Problems problems;

    SteadyTrials(ClaimBench bench, Problems problems) {
        this.bench = bench;
        this.problems = problems;
    }

    /** An equilibrium with its values and its stability. */
    Optional<Computation> equilibrium(Claim.Equilibrium claim) throws IOException {
        List<Formula> formulas =
                claim.expected().stream().map(Quantity::formula).toList();
        Optional<SteadyBench> steady = steady(claim.setting(), formulas);
        return steady.map(s -> () -> s.search()
                .near(s.start())
                .map(found -> findings(claim, s, found))
                .orElseGet(() -> claim.expected().stream()
                        .map(q -> Finding.failed(q.name(), q.expected(), claim.head(), NOTHING_FOUND))
                        .toList()));
    }

    private static List<Finding> findings(Claim.Equilibrium claim, SteadyBench steady, Equilibrium found) {
        List<Finding> findings = new ArrayList<>();
        double[] values = steady.values(found);
        for (int k = 0; k < values.length; k++) {
            Quantity quantity = claim.expected().get(k);
            findings.add(Finding.of(quantity.name(), quantity.expected(), OptionalDouble.of(values[k]), claim.head()));
        }
        claim.stability().ifPresent(word -> findings.add(stability(word, found.spectrum())));
        claim.eigenvalues().forEach(pair -> findings.add(eigenvalue(claim, pair, found.spectrum())));
        int neutral = found.spectrum().neutral();
        if (neutral != claim.neutral()) {
            findings.add(new Finding(
                    "eigenvalues that are 0",
                    Answer.number(claim.neutral()),
                    Optional.of(Answer.number(neutral)),
                    "",
                    Standing.FAILS,
                    ""));
        }
        return findings;
    }

    private static Finding stability(Claim.Word word, Spectrum spectrum) {
        String computed = spectrum.stability().toString();
        boolean agrees = means(word.instead().orElse(word.value()), spectrum);
        return new Finding(
                "stability",
                new Answer.Word(word.value()),
                Optional.of(new Answer.Word(computed)),
                "",
                Finding.standing(agrees, word.instead().isPresent()),
                "");
    }

    private static boolean means(String word, Spectrum spectrum) {
        return switch (word) {
            case "stable" -> spectrum.stability().isStable();
            case "unstable" -> spectrum.stability().isUnstable();
            default -> spectrum.stability().toString().equals(word);
        };
    }

    /** The nearest eigenvalue must be near enough. */
    private static Finding eigenvalue(Claim.Equilibrium claim, Pair pair, Spectrum spectrum) {
        Eigenvalue nearest = null;
        double distance = Double.POSITIVE_INFINITY;
        for (Eigenvalue candidate : spectrum.eigenvalues()) {
            double d = Math.hypot(candidate.real() - pair.real(), Math.abs(candidate.imaginary()) - pair.imaginary());
            if (nearest == null || d < distance) {
                nearest = candidate;
                distance = d;
            }
        }
        double allowed = Math.max(
                claim.head().rtol() * Math.hypot(pair.real(), pair.imaginary()),
                claim.head().atol());
        return new Finding(
                "eigenvalue",
                new Answer.Pair(pair.real(), pair.imaginary()),
                Optional.of(new Answer.Pair(nearest.real(), Math.abs(nearest.imaginary()))),
                Answer.number(100 * claim.head().rtol()).shown() + " %",
                Finding.standing(distance <= allowed, false),
                "");
    }

    /** Numbers of equilibria. */
    Optional<Computation> equilibria(Claim.Equilibria claim) throws IOException {
        Optional<SteadyBench> steady = steady(claim.setting(), List.of());
        if (steady.isEmpty()) {
            return Optional.empty();
        }
        List<Range> ranges = new ArrayList<>();
        for (String state : steady.get().states()) {
            Optional<Within> within =
                    claim.within().stream().filter(w -> w.state().equals(state)).findFirst();
            if (within.isEmpty()) {
                problems.error("claim", claim.head().place(), "no range for " + state, "\"within\" for each state");
            }
            within.ifPresent(w -> ranges.add(new Range(w.low(), w.high())));
        }
        claim.within().forEach(within -> known(within.state(), steady.get(), within.place()));
        return problems.hasErrors() ? Optional.empty() : Optional.of(() -> counts(claim, steady.get(), ranges));
    }

    private static List<Finding> counts(Claim.Equilibria claim, SteadyBench steady, List<Range> ranges) {
        List<Equilibrium> all = steady.search().all(ranges);
        long stable =
                all.stream().filter(e -> e.spectrum().stability().isStable()).count();
        List<Finding> findings = new ArrayList<>();
        claim.all()
                .ifPresent(e -> findings.add(Finding.of("equilibria", e, OptionalDouble.of(all.size()), claim.head())));
        claim.stable()
                .ifPresent(
                        e -> findings.add(Finding.of("stable equilibria", e, OptionalDouble.of(stable), claim.head())));
        return findings;
    }

    /** A fold, Hopf or transcritical point. */
    Optional<Computation> bifurcation(Claim.Bifurcation claim) throws IOException {
        Optional<SteadyBench> steady = steady(claim.setting(), List.of());
        if (steady.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt slot = steady.get().slot(claim.change().name());
        if (slot.isEmpty()) {
            problems.add(Problem.error(
                            "unknown-name",
                            claim.change().place(),
                            "\"" + claim.change().name() + "\" is not a parameter",
                            "a parameter of the model")
                    .withHint(Nearest.hint(claim.change().name(), steady.get().parameters())));
            return Optional.empty();
        }
        return Optional.of(() -> List.of(crossing(claim, steady.get(), slot.getAsInt())));
    }

    private static Finding crossing(Claim.Bifurcation claim, SteadyBench steady, int slot) {
        Expected expected = claim.expected();
        String name = claim.change().name();
        double from = claim.change().from();
        Optional<Equilibrium> start = steady.with(slot, from).near(steady.start());
        if (start.isEmpty()) {
            return Finding.failed(name, expected, claim.head(), NOTHING_FOUND);
        }
        Crossing.Kind kind = Crossing.Kind.valueOf(claim.kind().toUpperCase(Locale.ROOT));
        Crossing crossing = new Continuation(
                        value -> steady.system(slot, value),
                        claim.setting().time(),
                        steady.typical(start.get()),
                        from,
                        claim.change().to())
                .first(kind, start.get());
        if (crossing.at().isEmpty() && !crossing.complete()) {
            String note = "the equilibrium could not be followed beyond " + name + " = "
                    + Answer.number(crossing.reached()).shown();
            return Finding.failed(name, expected, claim.head(), note);
        }
        OptionalDouble at = crossing.at().map(OptionalDouble::of).orElse(OptionalDouble.empty());
        return Finding.of(name, expected, at, claim.head());
    }

    private Optional<SteadyBench> steady(Claim.Setting setting, List<Formula> formulas) throws IOException {
        Optional<ClaimBench.Fixed> fixed = bench.whole(setting.scenario(), formulas, problems);
        Optional<SteadyBench> steady = fixed.map(f -> new SteadyBench(f, setting));
        steady.ifPresent(s -> setting.near().forEach(start -> known(start.state(), s, start.place())));
        return problems.hasErrors() ? Optional.empty() : steady;
    }

    private void known(String state, SteadyBench steady, Place place) {
        if (!steady.states().contains(state)) {
            problems.add(Problem.error(
                            "unknown-state",
                            place,
                            "\"" + state + "\" is not a state",
                            "one of " + String.join(", ", steady.states()))
                    .withHint(Nearest.hint(state, steady.states())));
        }
    }
}
