package org.immunoedit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunoedit.analysis.Boundary;
import org.immunoedit.expr.Printer;
import org.immunoedit.io.Claim;
import org.immunoedit.io.Claim.Expected;
import org.immunoedit.io.Claim.Head;
import org.immunoedit.io.Claim.Labeled;
import org.immunoedit.io.Claim.Read;
import org.immunoedit.io.Json;
import org.immunoedit.io.Overrides;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;

/** Prepares claims about runs. */
final class RunTrials {
    /** Share of a claim's tolerance that the search for a threshold may use up. */
    private static final double SHARE = 0.05;

    private static final double FINEST = 1e-10;

    private final ClaimBench bench;
    private final Problems problems;

    RunTrials(ClaimBench bench, Problems problems) {
        this.bench = bench;
        this.problems = problems;
    }

    /** Values of one run. */
    Optional<Computation> run(Claim.Run claim) throws IOException {
        ClaimRun run = new ClaimRun(
                claim.expected().stream().map(Read::readOff).toList(),
                claim.course().after());
        Optional<Assembly> ready = bench.ready(claim.course().scenario(), run.formulas(), problems);
        return ready.map(r -> () -> findings(claim, run.run(r)));
    }

    private static List<Finding> findings(Claim.Run claim, ClaimRun.Result result) {
        List<Finding> findings = new ArrayList<>();
        for (int k = 0; k < claim.expected().size(); k++) {
            Read read = claim.expected().get(k);
            findings.add(
                    result.failure().isEmpty()
                            ? Finding.of(
                                    read.name(),
                                    read.expected(),
                                    result.values().get(k),
                                    claim.head())
                            : Finding.failed(read.name(), read.expected(), claim.head(), result.failure()));
        }
        return findings;
    }

    /** Order of runs by a value. */
    Optional<Computation> order(Claim.Order claim) throws IOException {
        Map<String, Assembly> ready = new LinkedHashMap<>();
        Map<String, ClaimRun> runs = new LinkedHashMap<>();
        for (Labeled labeled : claim.runs()) {
            ClaimRun run = new ClaimRun(List.of(claim.of()), labeled.course().after());
            runs.put(labeled.label(), run);
            bench.ready(labeled.course().scenario(), run.formulas(), problems)
                    .ifPresent(r -> ready.put(labeled.label(), r));
        }
        if (ready.size() < runs.size()) {
            return Optional.empty();
        }
        return Optional.of(() -> {
            Map<String, Double> values = new LinkedHashMap<>();
            for (Map.Entry<String, ClaimRun> entry : runs.entrySet()) {
                ClaimRun.Result result = entry.getValue().run(ready.get(entry.getKey()));
                if (!result.failure().isEmpty() || result.values().get(0).isEmpty()) {
                    String why = result.failure().isEmpty() ? "its instant never comes" : result.failure();
                    return List.of(order(claim, Optional.empty(), Standing.FAILS, entry.getKey() + ": " + why));
                }
                values.put(entry.getKey(), result.values().get(0).getAsDouble());
            }
            return List.of(order(claim, values));
        });
    }

    private static Finding order(Claim.Order claim, Map<String, Double> values) {
        boolean instead = !claim.instead().isEmpty();
        List<String> wanted = instead ? claim.instead() : claim.expected();
        boolean agrees = true;
        for (int k = 1; k < wanted.size(); k++) {
            double smaller = values.get(wanted.get(k - 1));
            double gap = values.get(wanted.get(k)) - smaller;
            agrees &= gap
                    > Math.max(
                            claim.head().rtol() * Math.abs(smaller),
                            claim.head().atol());
        }
        List<String> ranks = values.entrySet().stream()
                .sorted(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .toList();
        List<String> numbers = ranks.stream()
                .map(label -> Answer.number(values.get(label)).shown())
                .toList();
        return order(
                claim,
                Optional.of(new Answer.Ranks(ranks)),
                Finding.standing(agrees, instead),
                String.join(" < ", numbers));
    }

    private static Finding order(Claim.Order claim, Optional<Answer> computed, Standing standing, String note) {
        return new Finding("order", new Answer.Ranks(claim.expected()), computed, "", standing, note);
    }

    /** A threshold found by bisection; both ends are checked at once. */
    Optional<Computation> threshold(Claim.RunThreshold claim) throws IOException {
        for (double end : new double[] {claim.change().from(), claim.change().to()}) {
            ClaimRun run = reader(claim);
            Problems own = new Problems();
            bench.ready(with(claim, end, own), run.formulas(), own);
            own.sorted().forEach(problem -> problems.add(atClaim(problem, claim)));
        }
        return problems.hasErrors() ? Optional.empty() : Optional.of(() -> List.of(threshold(claim, new Attempts())));
    }

    /** A fault of a value that was put in is told at the path that puts it in. */
    private static Problem atClaim(Problem problem, Claim.RunThreshold claim) {
        return problem.place().line() > 0
                ? problem
                : new Problem(
                        problem.severity(),
                        problem.code(),
                        claim.change().place(),
                        problem.found(),
                        problem.expected(),
                        problem.hint());
    }

    private Finding threshold(Claim.RunThreshold claim, Attempts attempts) throws IOException {
        Head head = claim.head();
        Expected expected = claim.expected();
        String name = claim.change().name();
        double precision = Math.max(FINEST, SHARE * head.rtol());
        try {
            Optional<Double> found = Boundary.between(
                    claim.change().from(), claim.change().to(), precision, value -> attempts.holds(claim, value));
            if (!attempts.failure.isEmpty()) {
                return Finding.failed(name, expected, head, attempts.failure);
            }
            OptionalDouble computed = found.map(OptionalDouble::of).orElse(OptionalDouble.empty());
            return Finding.of(name, expected, computed, head);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The runs of a search, and the first failure among them. */
    private final class Attempts {
        private String failure = "";

        boolean holds(Claim.RunThreshold claim, double value) {
            if (!failure.isEmpty()) {
                return false;
            }
            ClaimRun run = reader(claim);
            Problems own = new Problems();
            try {
                Optional<Assembly> ready = bench.ready(with(claim, value, own), run.formulas(), own);
                if (ready.isEmpty()) {
                    failure = own.sorted().get(0).toString();
                    return false;
                }
                ClaimRun.Result result = run.run(ready.get());
                failure = result.failure();
                OptionalDouble read = failure.isEmpty() ? result.values().get(0) : OptionalDouble.empty();
                double number = read.orElse(Double.NaN);
                return claim.below() ? number < claim.level() : number > claim.level();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static ClaimRun reader(Claim.RunThreshold claim) {
        return new ClaimRun(List.of(claim.of()), claim.course().after());
    }

    private static Json.Object with(Claim.RunThreshold claim, double value, Problems problems) {
        String setting = claim.change().name() + "=" + Printer.number(value);
        return (Json.Object) Overrides.apply(claim.course().scenario(), List.of(setting), problems);
    }
}
