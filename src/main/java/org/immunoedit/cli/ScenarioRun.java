package org.immunoedit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immunoedit.io.AtomicFile;
import org.immunoedit.problem.BadInput;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Severity;

/** One scenario from its file to its CSV. Safe for concurrent use. */
final class ScenarioRun {
    private final Jobs jobs;
    private final Changes changes;
    private final InputStream in;
    private final OutputStream out;
    private final boolean watched;
    private final Function<Summary, String> words;
    private final Set<Path> unfinished;

    /**
     * Runs by the jobs with the changes; temporary files in use stand in the set.
     *
     * @param words makes text of the summary of a run
     */
    ScenarioRun(Jobs jobs, Changes changes, Console console, Function<Summary, String> words, Set<Path> unfinished) {
        this.jobs = jobs;
        this.changes = changes;
        this.in = console.in();
        this.out = console.out();
        this.watched = console.terminal();
        this.words = words;
        this.unfinished = unfinished;
    }

    /** Reads, runs, writes; an empty target is standard output. Whatever fails leaves no file. */
    Messages run(String scenario, Optional<Path> target) {
        List<Problem> problems = new ArrayList<>();
        try {
            Job job = jobs.prepare(Document.read(scenario, in), changes);
            problems.addAll(job.warnings());
            Job.Finished finished = target.isPresent() ? toFile(job, target.get()) : toStdout(job);
            problems.addAll(finished.problems());
            return failed(finished)
                    ? new Messages(ExitCode.FAILED_RUN, problems, "")
                    : new Messages(ExitCode.DONE, problems, lines(finished, target.isPresent()));
        } catch (BadInput e) {
            problems.addAll(e.problems());
            return new Messages(ExitCode.BAD_INPUT, problems, "");
        } catch (IOException e) {
            if (Failures.isBrokenPipe(e)) {
                return new Messages(ExitCode.DONE, problems, "");
            }
            problems.add(Failures.problem(e));
            return new Messages(ExitCode.INPUT_OUTPUT, problems, "");
        }
    }

    private Job.Finished toStdout(Job job) throws IOException {
        Job.Finished finished = job.run(out);
        out.flush();
        return finished;
    }

    /** The CSV file gets its name last: where it stands, its sidecar stands too. */
    private Job.Finished toFile(Job job, Path target) throws IOException {
        boolean hasSidecar = AtomicFile.isReplaceable(target);
        try (AtomicFile csv = AtomicFile.create(target, unfinished)) {
            Job.Finished finished = job.run(csv.stream());
            if (failed(finished)) {
                return finished;
            }
            csv.finish();
            if (hasSidecar) {
                writeSidecar(finished, Targets.sidecar(target));
            }
            csv.commit();
            return finished;
        }
    }

    private void writeSidecar(Job.Finished finished, Path place) throws IOException {
        try (AtomicFile sidecar = AtomicFile.create(place, unfinished)) {
            finished.sidecar().writeTo(sidecar.stream());
            sidecar.commit();
        }
    }

    /** A summary, unless rows go to a program: then only the verdict, which stands in no sidecar. */
    private String lines(Job.Finished finished, boolean toFile) {
        String told = toFile || watched
                ? finished.summary().map(words).orElse(toFile ? "" : finished.verdict())
                : finished.verdict();
        return Stream.of(finished.table(), told)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static boolean failed(Job.Finished finished) {
        return finished.problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
