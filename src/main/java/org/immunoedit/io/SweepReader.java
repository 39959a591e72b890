package org.immunoedit.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.immunoedit.io.SweepPlan.Keep;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.sweep.Correlation;
import org.immunoedit.sweep.Design;
import org.immunoedit.sweep.Fixed;
import org.immunoedit.sweep.Grid;
import org.immunoedit.sweep.Sample;
import org.immunoedit.sweep.Variation;

/** Reads the object {@code sweep} of a scenario. */
public final class SweepReader {
    private final Problems problems;
    private final Files files;
    private final List<Variation> variations = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    private SweepReader(Files files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /** Finds the files that a sweep names. */
    @FunctionalInterface
    public interface Files {
        /**
         * The content of a file; empty after an error.
         *
         * @param path relative to the scenario
         * @throws IOException that names the file
         */
        Optional<byte[]> read(Json.Text path) throws IOException;
    }

    private enum Kind {
        GRID,
        LHS,
        SOBOL,
        RANDOM,
        LIST,
        ADAPTIVE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads a sweep.
     *
     * @return empty after an error
     * @throws IOException if the list of points cannot be read
     */
    public static Optional<SweepPlan> read(Json.Object sweep, Files files, Problems problems) throws IOException {
        Optional<Fields> fields = Fields.of(sweep, "a sweep", problems);
        return fields.isEmpty() ? Optional.empty() : new SweepReader(files, problems).plan(fields.get());
    }

    /** The shares of the bands that a sweep keeps; empty if it keeps none. */
    public static Optional<List<Double>> bands(Json sweep) {
        Problems none = new Problems();
        return Fields.of(sweep, "a sweep", none)
                .map(new SweepOutputReader(none)::read)
                .filter(output -> output.keep() == SweepPlan.Keep.BANDS)
                .map(SweepPlan.Output::quantiles);
    }

    private Optional<SweepPlan> plan(Fields f) throws IOException {
        Kind kind = kind(f);
        for (Json.Member member : f.members("vary", "an object such as {\"parameters.a\": {\"values\": [1, 2]}}")) {
            new SpreadReader(kind == Kind.GRID || kind == Kind.ADAPTIVE, problems)
                    .read(member)
                    .ifPresent(variation -> {
                        variations.add(variation);
                        places.add(member.place());
                    });
        }
        OptionalInt samples = f.whole("samples", 1);
        long seed = seed(f);
        Optional<Correlation> correlation =
                f.object("correlation", "an object").flatMap(object -> correlation(object, kind));
        SweepPlan.Output output = new SweepOutputReader(problems).read(f);
        List<SweepPlan.Arm> arms = new ArmsReader(problems).read(f);
        Optional<Json> file = f.get("file");
        Optional<Find> find = f.get("find").flatMap(json -> new FindReader(problems).read(json));
        Optional<Design> design = kind == Kind.LIST
                ? list(f, file)
                : varied(f, kind) && !problems.hasErrors()
                        ? sample(f, kind, samples, seed, correlation)
                        : Optional.empty();
        new AdaptiveReader(problems).check(f, kind == Kind.ADAPTIVE, output);
        if (find.isPresent()) {
            design = design.map(points -> sought(points, find.get(), kind, output));
        }
        f.finish();
        return problems.hasErrors()
                ? Optional.empty()
                : design.map(d -> new SweepPlan(variations, places, d, kind.word(), seed, output, arms, find));
    }

    /** The design with the name that is varied to find a boundary. */
    private Design sought(Design design, Find find, Kind kind, SweepPlan.Output output) {
        String path = find.target().path();
        boolean more = output.keep() != Keep.ENDPOINTS || !output.moved().isEmpty();
        if (kind == Kind.ADAPTIVE || more) {
            String found = "\"find\" " + (more ? "with more of its runs kept" : "in an adaptive map");
            problems.error("conflict", find.place(), found, "only one of them");
        }
        if (variations.stream().anyMatch(variation -> variation.path().equals(path))) {
            problems.error("conflict", find.place(), path + " is varied and to be found", "only one of them");
        }
        variations.add(find.target());
        places.add(find.place());
        return new Fixed(design, find.search().axis().range().from());
    }

    /** Whether there is something to run that differs; a single patient can be compared under arms, or searched. */
    private boolean varied(Fields f, Kind kind) {
        boolean single = kind == Kind.GRID && (f.has("arms") || f.has("find"));
        boolean none = f.members("vary", "an object").isEmpty();
        if (none && !single) {
            problems.error("missing-key", f.place(), "nothing is varied", "\"vary\" with the names that vary");
        }
        return none ? single : !variations.isEmpty();
    }

    private Kind kind(Fields f) {
        String word = f.text("design", "the name of a design");
        List<String> words = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
            words.add(kind.word());
        }
        if (!word.isEmpty()) {
            Place place = f.get("design").map(Json::place).orElse(f.place());
            problems.add(Problem.error(
                            "value", place, "\"" + word + "\" is not a design", "one of " + String.join(", ", words))
                    .withHint(Nearest.hint(word, words)));
        }
        return Kind.GRID;
    }

    private long seed(Fields f) {
        Optional<Json> json = f.get("seed");
        if (json.isEmpty()) {
            return SweepPlan.SEED;
        }
        if (json.get() instanceof Json.Number number && number.source().matches("-?[0-9]{1,18}")) {
            return Long.parseLong(number.source());
        }
        problems.error("type", json.get().place(), json.get().shown() + " is not a seed", "a whole number");
        return SweepPlan.SEED;
    }

    private Optional<Design> sample(
            Fields f, Kind kind, OptionalInt samples, long seed, Optional<Correlation> correlation) {
        try {
            if (kind == Kind.GRID) {
                return Optional.of(new Grid(variations, samples.orElse(1), seed));
            }
            if (kind == Kind.ADAPTIVE) {
                return new AdaptiveReader(problems).read(f, variations, places);
            }
            if (samples.isEmpty()) {
                f.need("samples", "how many points");
                return Optional.empty();
            }
            int n = samples.getAsInt();
            return Optional.of(
                    switch (kind) {
                        case LHS -> Sample.latin(variations, n, seed, correlation);
                        case SOBOL -> Sample.sobol(variations, n, seed, correlation);
                        default -> Sample.random(variations, n, seed, correlation);
                    });
        } catch (ArithmeticException e) {
            problems.error("range", f.place(), "the grid has more points than can be counted", "fewer values");
        } catch (IllegalArgumentException e) {
            problems.error("range", f.place(), e.getMessage(), "fewer names, or \"lhs\"");
        }
        return Optional.empty();
    }

    private Optional<Design> list(Fields f, Optional<Json> file) throws IOException {
        if (file.isEmpty()) {
            f.need("file", "the path of a table of points, relative to the scenario");
            return Optional.empty();
        }
        if (!variations.isEmpty()) {
            problems.error("conflict", places.get(0), "\"vary\" together with a list of points", "only one of them");
        }
        Optional<Json.Text> path = Shape.name(file.get(), "a path such as \"points.csv\"", problems);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        Optional<PointFile> points =
                files.read(path.get()).flatMap(bytes -> PointFile.read(bytes, path.get(), problems));
        points.ifPresent(read -> {
            variations.addAll(read.variations());
            read.variations().forEach(v -> places.add(path.get().place()));
        });
        return points.map(PointFile::design);
    }

    private Optional<Correlation> correlation(Json.Object object, Kind kind) {
        if (object.members().isEmpty()) {
            return Optional.empty();
        }
        if (kind == Kind.GRID || kind == Kind.LIST) {
            problems.error("conflict", object.place(), "correlations in a " + kind.word(), "a design that draws");
            return Optional.empty();
        }
        List<String> names = variations.stream().map(Variation::path).toList();
        return new CorrelationReader(names, problems).read(object);
    }
}
