package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.immunoedit.figure.Svg;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlotCommandTest {
    private static final Path SCENARIO = Path.of("scenarios", "car-t", "barros-rechallenge.json");

    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    private final Shell shell = new Shell(new Workbench());

    @BeforeAll
    static void run() {
        Shell.Result result = new Shell(new Workbench())
                .run("run", SCENARIO, "-o", shared.resolve("run.csv"), "--plot", "--set", "time.every=\"2 d\"");
        assertThat(result.code()).as(result.err()).isZero();
    }

    @Test
    void runDrawsBesideItsTable() throws IOException {
        Svg svg = Svg.parse(Files.readString(shared.resolve("run.svg")));
        assertThat(svg.words())
                .contains("CAR-T cells clear a lymphoma, memory clears a rechallenge", "time (d)", "car-t", "T extinct")
                .contains("elimination: T = 0 cell has been below 1 cell since 254.2 d", "eliminated below");
    }

    @Test
    void plotDrawsTheSame() throws IOException {
        Path again = directory.resolve("again.svg");
        assertThat(shell.run("plot", shared.resolve("run.csv"), "-o", again)).isEqualTo(new Shell.Result(0, "", ""));
        assertThat(again).hasSameTextualContentAs(shared.resolve("run.svg"));
        assertThat(shell.run("plot", shared.resolve("run.csv"), "-o", "-").out())
                .isEqualTo(Files.readString(again));
        assertThat(shell.unfinished()).isEmpty();
    }

    @Test
    void runWithoutAFileIsNotDrawn() {
        Shell.Result result = shell.run("run", SCENARIO, "--plot");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).startsWith("immunoedit: --plot draws beside a CSV file: -o FILE.csv, or -o DIR");
    }

    @Test
    void aRunThatFailsIsNotDrawn() throws IOException {
        Path bad = Files.writeString(directory.resolve("bad.json"), "{\"model\": \"barros-2021\", \"tme\": 1}");
        Path csv = directory.resolve("bad.csv");
        assertThat(shell.run("run", bad, "-o", csv, "--plot").code()).isEqualTo(3);
        assertThat(directory.resolve("bad.svg")).doesNotExist();
    }

    @Test
    void picturesAndDirectoriesGoByName() throws IOException {
        Path png = directory.resolve("a.PNG");
        assertThat(shell.run("plot", shared.resolve("run.csv"), "-o", png, "--size", "80x50mm")
                        .code())
                .isZero();
        assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
        Path figures = directory.resolve("figures");
        assertThat(shell.run("plot", shared, "-o", figures).code()).isZero();
        assertThat(figures).isDirectoryContaining("glob:**/run.svg");
    }

    @Test
    void aForeignTableIsDrawnWithoutUnits() throws IOException {
        Path csv = Files.writeString(directory.resolve("f.csv"), "day,size,group\n0,1,a\n1,3,a\n2,,a\n3,9,a\n");
        Shell.Result result = shell.run("plot", csv, "-o", "-");
        assertThat(result.code()).isZero();
        assertThat(result.err())
                .isEqualTo(csv + ":1:1: warning: there is no sidecar " + directory.resolve("f.meta.json")
                        + ": the figure is without units, phases and doses" + System.lineSeparator());
        assertThat(Svg.parse(result.out()).words())
                .contains("f", "size", "time")
                .doesNotContain("group");
        assertThat(shell.stdin("t,y\n0,1\n1,2\n").run("plot", "-", "--quiet").out())
                .startsWith("<?xml");
    }

    @Test
    void aCellThatIsNoNumberHasItsPlace() throws IOException {
        Path csv = Files.writeString(directory.resolve("f.csv"), "day,size\n0,1\n1,3 cm\n");
        Shell.Result result = shell.run("plot", csv, "--quiet");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains(csv + ":3:1: error: \"3 cm\" in column \"size\" is not a number;");
        assertThat(directory.resolve("f.svg")).doesNotExist();
    }

    @Test
    void anUnknownColumnHasANearestOne() {
        Shell.Result result = shell.run("plot", shared.resolve("run.csv"), "--columns", "T,CAR_totl", "-o", "-");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("there is no column \"CAR_totl\"", "did you mean \"CAR_total\"?");
    }

    @Test
    void severalRunsAreLaidOverEachOther() throws IOException {
        Path other = directory.resolve("without.csv");
        shell.run("run", SCENARIO, "--set", "therapies=[]", "--set", "name=untreated", "-o", other);
        Path svg = directory.resolve("both.svg");
        Shell.Result result = shell.run("plot", shared.resolve("run.csv"), other, "-o", svg, "--columns", "T");
        assertThat(result).isEqualTo(new Shell.Result(0, "", ""));
        assertThat(Svg.parse(Files.readString(svg)).words()).contains("T (cell)", "untreated");
        assertThat(shell.run("plot", other, other).err()).contains("several files make one figure");
    }

    @Test
    void observationsGoWithTheirColumn() throws IOException {
        Path data = Files.writeString(directory.resolve("data.csv"), "time,T\n10,5e6\n40,2e7\n");
        Shell.Result result = shell.run("plot", shared.resolve("run.csv"), "--data", data, "-o", "-");
        assertThat(Svg.parse(result.out()).words()).contains("observed T");
        Files.writeString(data, "time,Tumor\n10,5e6\n");
        result = shell.run("plot", shared.resolve("run.csv"), "--data", data, "-o", "-");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("the run has no column \"Tumor\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "0x10mm", "10x10", "5000x100mm", "100x100pt"})
    void aSizeIsTwoLengths(String size) {
        Shell.Result result = shell.run("plot", shared.resolve("run.csv"), "--size", size);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).startsWith("immunoedit: --size " + size + " is not a size; expected WIDTHxHEIGHT");
    }

    @Test
    void wrongTargetsAndFilesAreTold() {
        Path run = shared.resolve("run.csv");
        assertThat(shell.run("plot", run, "-o", directory.resolve("a.pdf")).code())
                .isEqualTo(2);
        assertThat(shell.run("plot", run, "-o", directory).err()).contains("is a directory");
        assertThat(shell.run("plot", directory.resolve("none.csv")).code()).isEqualTo(4);
        assertThat(shell.run("plot", directory).err()).contains("holds neither a sweep");
        assertThat(shell.run("plot", run, "-o", directory.resolve("no/such/a.svg"))
                        .code())
                .isEqualTo(4);
    }

    @Test
    void aSweepIsAMapAnEndpointOrACurve() throws IOException {
        Path sweep = directory.resolve("sweep");
        Path scenario = Path.of("scenarios", "dormancy", "kuznetsov-dormancy.json");
        List<Object> words = new java.util.ArrayList<>(List.of("sweep", scenario, "-o", sweep, "--quiet"));
        words.addAll(List.of("--vary", "parameters.a=0.1:0.4:3", "--vary", "initial.T=1e5:1e8:4:log"));
        assertThat(shell.run(words.toArray()).code()).isZero();
        assertThat(shell.run("plot", sweep)).isEqualTo(new Shell.Result(0, "", ""));
        assertThat(Svg.parse(Files.readString(sweep.resolve("phases.svg"))).words())
                .contains("a (1/d)", "initial.T (cell)", "equilibrium", "escape", "0.3");
        Shell.Result map = shell.run("plot", sweep, "--endpoint", "peak", "-o", "-");
        assertThat(Svg.parse(map.out()).words()).contains("peak (cell)");
        Shell.Result wrong = shell.run("plot", sweep, "--endpoint", "peek");
        assertThat(wrong.code()).isEqualTo(3);
        assertThat(wrong.err()).contains("did you mean \"peak\"?");
    }

    @Test
    void armsOfACohortAreWaterfallSurvivalAndSpider() throws IOException {
        Path sweep = directory.resolve("cohort");
        String arms = "{\"none\": {}, \"less growth\": {\"parameters.a\": 0.05}}";
        Shell.Result made = shell.run(
                "sweep",
                Path.of("scenarios", "dormancy", "kuznetsov-dormancy.json"),
                "-o",
                sweep,
                "--quiet",
                "--set",
                "sweep={\"design\": \"lhs\", \"samples\": 4, \"keep\": \"trajectories\", \"arms\": " + arms
                        + ", \"vary\": {\"parameters.p\": {\"distribution\": \"uniform\", \"from\": 0.05, \"to\": 0.3}}}");
        assertThat(made.code()).as(made.err()).isZero();
        Path figures = directory.resolve("figures");
        assertThat(shell.run("plot", sweep, "-o", figures)).isEqualTo(new Shell.Result(0, "", ""));
        for (String name : List.of("tumor_end", "waterfall", "survival", "spider")) {
            Svg svg = Svg.parse(Files.readString(figures.resolve(name + ".svg")));
            assertThat(svg.words()).as(name).contains("none", "less growth");
        }
        shell.run("plot", sweep, "-o", directory.resolve("one.svg"));
        assertThat(directory.resolve("one.svg")).hasSameTextualContentAs(figures.resolve("tumor_end.svg"));
    }

    /** Rows stand every 5 days, assessments every 30: the lines of a spider have a point for each of these. */
    @Test
    void aSpiderHasThePointsOfTheAssessments() throws IOException {
        for (String assessed : List.of("\"30 d\"", "30")) {
            assertThat(spider(assessed)).as(assessed).isEqualTo(1 + 2000 / 30);
        }
        assertThat(spider("\"1 h\"")).isEqualTo(401);
    }

    private int spider(String every) throws IOException {
        Path sweep = directory.resolve("spider" + every.replaceAll("[^0-9a-z]", "-"));
        Shell.Result made = shell.run(
                "sweep",
                Path.of("scenarios", "dormancy", "kuznetsov-dormancy.json"),
                "-o",
                sweep,
                "--quiet",
                "--set",
                "outcome.assessments={\"every\": " + every + "}",
                "--set",
                "sweep={\"design\": \"lhs\", \"samples\": 1, \"keep\": \"trajectories\","
                        + " \"vary\": {\"parameters.p\": {\"distribution\": \"uniform\", \"from\": 0.1, \"to\": 0.2}}}");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(shell.run("plot", sweep).code()).isZero();
        Svg svg = Svg.parse(Files.readString(sweep.resolve("spider.svg")));
        return Stream.of("rgb(0,114,178)", "rgb(213,94,0)")
                .flatMap(color -> svg.paths("stroke", color).stream())
                .mapToInt(path -> path.split("[ML]").length - 1)
                .max()
                .orElse(0);
    }

    @Test
    void aSearchOverNothingElseHasNoFigure() throws IOException {
        Path sweep = directory.resolve("search");
        assertThat(shell.run(
                                "sweep",
                                Path.of("scenarios", "sweeps", "find-sneaking-through.json"),
                                "-o",
                                sweep,
                                "--quiet",
                                "--set",
                                "sweep.find.between=[\"1e7 cell\", \"4e7 cell\"]")
                        .code())
                .isZero();
        Shell.Result result = shell.run("plot", sweep);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("immunoedit: this search has found one value for each arm, which results.csv");
    }

    @Test
    void bandsAreDrawnOnTheTimesThatRunsHaveInCommon() throws IOException {
        Path sweep = Files.createDirectory(directory.resolve("bands"));
        Files.writeString(sweep.resolve("results.csv"), "point,x,status,phase\n1,1,ok,escape\n2,2,ok,escape\n");
        Files.writeString(
                sweep.resolve("bands.csv"),
                "column,time,count,mean,q5,q50,q95\nT,0,2,1,1,2,3\nT,0.7,1,9,9e9,9e9,9e9\nT,1,2,1,2,3,4\nT,2,1,4,4,4,4\n");
        Shell.Result result = shell.run("plot", sweep, "-o", "-");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(Svg.parse(result.out()).words()).contains("5–95 %", "median", " 2 runs, 1 at the end", "4");
        assertThat(result.out()).doesNotContain(">10<");
    }

    @Test
    void columnsAndDataThatASweepCannotShowAreRefused() throws IOException {
        Path sweep = Files.createDirectory(directory.resolve("bands"));
        Files.writeString(sweep.resolve("results.csv"), "point,x,status,phase\n1,1,ok,escape\n2,2,ok,escape\n");
        assertThat(shell.run("plot", sweep, "--columns", "T").err())
                .startsWith("immunoedit: --columns chooses among the columns of bands.csv, which this sweep has not");
        Path bands = sweep.resolve("bands.csv");
        Files.writeString(bands, "column,time,count,mean,q5,q50,q95\nT,0,2,1,1,2,3\nT,1,2,1,2,3,4\n");
        assertThat(shell.run("plot", sweep, "--columns", "T").code()).isZero();
        assertThat(shell.run("plot", sweep, "--columns", "TT"))
                .isEqualTo(new Shell.Result(
                        3,
                        "",
                        bands + ":1:1: error: there is no column \"TT\" of numbers; expected one of T"
                                + " (did you mean \"T\"?)\n"));
        assertThat(shell.run("plot", sweep, "--data", bands).err()).startsWith("immunoedit: --data goes with one file");
    }
}
