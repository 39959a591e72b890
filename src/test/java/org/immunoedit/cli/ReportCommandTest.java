package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class ReportCommandTest {
    private static final String HOLD = "scenarios/rules/hold-on-toxicity.json";
    private static final String CAR_T = "scenarios/car-t/barros-rechallenge.json";
    private static final String DORMANCY = "scenarios/dormancy/kuznetsov-dormancy.json";
    private static final String DOCTYPE = "<!DOCTYPE html>\n";

    private final Shell shell = new Shell(new Workbench());

    @TempDir
    private Path directory;

    @Test
    void aPageAnswersTheQuestionOfARun() throws Exception {
        Document page = page(report(run(HOLD)));
        assertThat(texts(page, "h1")).containsExactly("Interleukin-2, held while it is too toxic");
        assertThat(texts(page, "h2"))
                .containsExactly(
                        "Treatment",
                        "Endpoints",
                        "Decisions",
                        "Parameters that differ from the model",
                        "Starts that differ from the model",
                        "Numerics",
                        "Provenance",
                        "Sources");
        assertThat(texts(page, "b")).containsExactly("escape");
        assertThat(page.getElementsByTagNameNS("*", "svg").getLength()).isEqualTo(1);
        assertThat(rows(page))
                .contains(
                        "aldesleukin | aldesleukin.central | 8 | 2.482 mg | 0.01042 d | 7 d | 9.333 d",
                        "aldesleukin | aldesleukin.central | 6 | 2.482 mg | 0.01042 d | 21 d | 22.67 d",
                        "tumor end | 1.882e10 | cell | ",
                        "elimination time | not until 100 | d | ",
                        "peak toxicity | 0.3675 |  | 10.69 d",
                        "9.667 d | toxicity | toxicity = 0.3294 | hold aldesleukin (6 doses)",
                        "29 d | recovery | toxicity = 0.1907 | resume aldesleukin",
                        "nk_ligand | 0.4 | 0.3 | stress ligands that NK cells see (nk)",
                        "antigenicity | [0.5,0.4,0.5] | 0.45 | share of full antigenicity seen by T cells (a)",
                        "tumor[1] | 2e9 cell",
                        "method | auto",
                        "relative tolerance | 1e-8",
                        "scenario | " + HOLD + " | " + sha256(Path.of(HOLD)))
                .anyMatch(row -> row.startsWith("agent | aldesleukin | "))
                .noneMatch(row -> row.contains("occupancy"));
    }

    @Test
    void aRunThatDiesOutAndIsRechallengedIsTold() throws Exception {
        Document page = page(report(run(CAR_T)));
        assertThat(rows(page))
                .contains(
                        "car-t | C | 2e6 cell | 42 d",
                        "T |  | 1e6 cell | 250 d",
                        "44.74 d | T died out",
                        "undetermined | 0 | 44.74 d",
                        "elimination | 44.74 | 300 d",
                        "nadir | 0 | cell | 44.74 d");
        assertThat(texts(page, "p")).contains("T = 0 cell has been below 1 cell since 254.2 d");
        assertThat(texts(page, "h2")).contains("Events").doesNotContain("Decisions");
    }

    /** Nothing is fetched, and the same results give the same page. */
    @Test
    void thePageStandsAlone() throws Exception {
        Path csv = run(DORMANCY);
        String text = report(csv);
        assertThat(text).isEqualTo(report(csv)).doesNotContain("<script", "<link", "@import", "url(http");
        Document page = page(text);
        for (Element element : elements(page, "*")) {
            assertThat(element.hasAttribute("src")).isFalse();
            String link = element.getAttribute("href") + element.getAttribute("xlink:href");
            assertThat(link).matches("|#.*");
        }
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</title><img src=x onerror=alert(1)>",
                "\" onload=\"x",
                "]]> &amp; 'é' \uD83D\uDE00 -->"
            })
    void whateverIsInANameIsText(String name) throws Exception {
        Path scenario = directory.resolve("hostile.json");
        String quoted = name.replace("\"", "\\\"");
        String text = named(Files.readString(Path.of(CAR_T)), "name", quoted);
        Files.writeString(scenario, named(text, "description", quoted));
        Document page = page(report(run(scenario.toString())));
        assertThat(texts(page, "h1")).containsExactly(name);
        assertThat(texts(page, "title").get(0)).isEqualTo(name);
        assertThat(texts(page, "p")).contains(name);
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("img").getLength()).isZero();
        for (Element element : elements(page, "*")) {
            assertThat(element.hasAttribute("onload")).isFalse();
        }
    }

    private static String named(String scenario, String key, String value) {
        String member = "\"" + key + "\": \"" + value + "\"";
        return scenario.replaceFirst("\"" + key + "\": \"[^\"]*\"", Matcher.quoteReplacement(member));
    }

    @Test
    void signsThatXmlDoesNotKnowAreReplaced() throws Exception {
        Path scenario = directory.resolve("control.json");
        Files.writeString(
                scenario, Files.readString(Path.of(CAR_T)).replaceFirst("\"name\": \"", "\"name\": \"a\\\\u0001b"));
        assertThat(texts(page(report(run(scenario.toString()))), "h1").get(0)).startsWith("a\uFFFDb");
    }

    @Test
    void severalRunsShareAPage() throws Exception {
        Path out = directory.resolve("runs");
        assertThat(shell.run("run", "-q", CAR_T, DORMANCY, "-o", out).code()).isZero();
        assertThat(shell.run("report", out)).isEqualTo(new Shell.Result(0, "", ""));
        Document page = page(Files.readString(out.resolve("report.html")));
        assertThat(texts(page, "h1")).containsExactly("runs");
        assertThat(rows(page))
                .contains(
                        "CAR-T cells clear a lymphoma, memory clears a rechallenge | elimination",
                        "An inoculum of 5e6 lymphoma cells goes dormant | equilibrium");
        assertThat(page.getElementsByTagNameNS("*", "svg").getLength()).isEqualTo(2);
        List<String> ids = elements(page, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().contains("run-1", "run-2");
    }

    @Test
    void aSweepIsCounted() throws Exception {
        Path out = directory.resolve("sweep");
        assertThat(shell.run(
                                "sweep",
                                "-q",
                                DORMANCY,
                                "--vary",
                                "parameters.a=0.1:0.3:3",
                                "--vary",
                                "parameters.p=0.05:0.2:2",
                                "-o",
                                out)
                        .code())
                .isZero();
        Document page = page(report(out));
        assertThat(rows(page)).contains("design | grid", "points | 6").anyMatch(row -> row.startsWith("6 | "));
        assertThat(rows(page)).contains("parameters.a | {\"from\":0.1,\"to\":0.3,\"count\":3}");
        assertThat(page.getElementsByTagNameNS("*", "svg").getLength()).isEqualTo(1);
        assertThat(rows(page)).anyMatch(row -> row.startsWith("hash of the design | "));
    }

    /** A value in another unit, a number for a whole family, an index: what counts is the number. */
    @Test
    void onlyValuesThatDifferFromTheModelAreListed() throws Exception {
        Trial trial = new Trial(directory).file("m.json", """
                        {"name": "m", "time": "d", "indices": {"i": 2, "j": 2},
                         "states": {"T[i]": {"unit": "cell", "initial": [1e6, 0]}, "E": {"unit": "cell", "initial": 5}},
                         "parameters": {
                           "a": {"value": 0.025, "unit": "1/d"}, "b": {"value": "0.24 1/h", "unit": "1/d"},
                           "k[i]": {"value": [1, 2], "unit": "1/d"}, "q[i]": {"value": 3, "unit": "1"},
                           "m[i,j]": {"value": [[1, 2], [3, 4]], "unit": "1"}},
                         "rates": {"T[i]": "(a + b*m[i,1])*T[i]*q[i] - k[i]*T[i]", "E": "0*a*E"}}
                        """);
        String same = """
                "parameters": {"a": "0.025 1/d", "b": 5.76, "k": [1, "2 1/d"], "q": [3, 3], "q[2]": 3, "m[2,1]": 3},
                "initial": {"T": [1e6, "0 cell"], "E": "5 cell"}, "time": {"end": 1}""";
        Path csv = directory.resolve("same.csv");
        assertThat(trial.run(same, "-o", csv).err()).doesNotContain("error");
        assertThat(texts(page(report(csv)), "h2"))
                .doesNotContain("Parameters that differ from the model", "Starts that differ from the model");
        String other = """
                "parameters": {"a": "0.025 1/h", "b": 5.7, "k": [1, 3], "q": 4, "q[2]": 3, "m[2,1]": 4},
                "initial": {"T[1]": 1e5, "E": "5 cell"}, "time": {"end": 1}""";
        csv = directory.resolve("other.csv");
        assertThat(trial.run(other, "-o", csv).err()).doesNotContain("error");
        assertThat(rows(page(report(csv))))
                .contains("a | 0.025 1/h | 0.025 | 1/d", "b | 5.7 | 0.24 1/h | 1/d", "k | [1,3] | [1, 2] | 1/d")
                .contains("q | 4 | 3 | ", "m[2,1] | 4 | [[1, 2], [3, 4]] | ", "T[1] | 1e5")
                .noneMatch(row -> row.startsWith("q[2] | ") || row.startsWith("E | "));
    }

    /** One truth: the page says what the summary says, unless that belongs to other results. */
    @Test
    void phasesOfASweepAreThoseOfItsSummary() throws Exception {
        Path out = directory.resolve("sweep");
        shell.run("sweep", "-q", DORMANCY, "--vary", "parameters.a=0.1:0.3:3", "-o", out);
        assertThat(rows(page(report(out)))).contains("3 | 2 (66.7 %, 21–94) | 1 (33.3 %, 6–79)");
        Path summary = out.resolve("summary.json");
        Files.writeString(summary, Files.readString(summary).replaceFirst("\"design_hash\": \"..", "$0x"));
        assertThat(rows(page(report(out)))).contains("3 | 2 | 1");
        Files.delete(summary);
        assertThat(rows(page(report(out)))).contains("3 | 2 | 1");
    }

    @Test
    void whatASearchHasFoundIsTold() throws Exception {
        Path out = directory.resolve("search");
        shell.run(
                "sweep",
                "-q",
                "scenarios/sweeps/find-car-t-dose.json",
                "--set",
                "sweep.vary={\"initial.T\": [\"1e6 cell\", \"2e6 cell\"]}",
                "--set",
                "sweep.find.between=[\"3e5 cell\", \"6e5 cell\"]",
                "-o",
                out);
        List<String> results = Files.readAllLines(out.resolve("results.csv"));
        String[] first = results.get(1).split(",");
        Set<String> rows = new LinkedHashSet<>(rows(page(report(out))));
        assertThat(rows)
                .contains(
                        "initial.T (cell) | boundary (cell) | lower (cell) | upper (cell) | phase below"
                                + " | phase above | changes | runs",
                        String.join(
                                " | ",
                                first[1],
                                first[4],
                                first[5],
                                first[6],
                                "undetermined",
                                "elimination",
                                first[7],
                                first[9]))
                .anyMatch(row -> row.startsWith("find | {\"vary\":\"therapies[0].amount\""));
        assertThat(Double.parseDouble(first[4])).isBetween(3e5, 6e5);
    }

    /** The page cites what the sidecar cites, even when the model is gone. */
    @Test
    void aPageCitesWhatItsSidecarCites() throws Exception {
        Trial trial = new Trial(directory)
                .model(
                        "\"T\": {\"initial\": 1}",
                        "",
                        "\"T\": \"0*T\"",
                        "\"units_reason\": \"a test\", \"source\": {\"authors\": \"A. Author\", \"year\": 1994,"
                                + " \"doi\": \"10.1/x\"}");
        Path csv = directory.resolve("s.csv");
        assertThat(trial.run("\"time\": {\"end\": 1}", "-o", csv).code()).isZero();
        assertThat(Files.readString(Targets.sidecar(csv))).contains("A. Author, 1994, doi:10.1/x");
        Files.delete(directory.resolve("m.json"));
        assertThat(rows(page(report(csv)))).contains("model | m | A. Author, 1994, doi:10.1/x");
    }

    @Test
    void thePageStandsBesideTheRun() throws IOException {
        Path csv = run(DORMANCY);
        assertThat(shell.run("report", csv)).isEqualTo(new Shell.Result(0, "", ""));
        assertThat(directory.resolve("kuznetsov-dormancy.html")).content().startsWith(DOCTYPE);
        assertThat(shell.unfinished()).isEmpty();
    }

    @Test
    void whatIsNoResultIsRefused() throws IOException {
        assertThat(shell.run("report", DORMANCY).err())
                .startsWith("immunoedit: " + DORMANCY + " is not a CSV file of results; 'immunoedit run " + DORMANCY
                        + " -o rows.csv' makes one\n");
        assertThat(shell.run("report", DORMANCY).code()).isEqualTo(2);
        assertThat(shell.run("report", directory).code()).isEqualTo(2);
        Path csv = run(CAR_T);
        assertThat(shell.run("report", csv, "-o", directory.resolve("page.pdf")).code())
                .isEqualTo(2);
        Files.writeString(Targets.sidecar(csv), "{\"columns\": ");
        assertThat(shell.run("report", csv).code()).isEqualTo(3);
        Files.delete(Targets.sidecar(csv));
        assertThat(shell.run("report", csv).code()).isEqualTo(4);
        assertThat(directory.resolve("barros-rechallenge.html")).doesNotExist();
        Path none = directory.resolve("none.csv");
        assertThat(shell.run("report", none))
                .isEqualTo(new Shell.Result(4, "", none + ": error: no such file or directory\n"));
        assertThat(shell.run("explain", none))
                .isEqualTo(new Shell.Result(4, "", none + ": error: no such file or directory\n"));
    }

    private Path run(String scenario) {
        String name = Path.of(scenario).getFileName().toString().replace(".json", ".csv");
        Path csv = directory.resolve(name);
        Shell.Result result = shell.run("run", "-q", scenario, "-o", csv);
        assertThat(result.code()).as(result.err()).isZero();
        return csv;
    }

    private String report(Path results) {
        Shell.Result result = shell.run("report", results, "-o", "-");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        return result.out();
    }

    /** The page as XML; a parser that is told to fetch nothing. */
    private static Document page(String text) throws Exception {
        assertThat(text).startsWith(DOCTYPE);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);
        byte[] xml = text.substring(DOCTYPE.length()).getBytes(StandardCharsets.UTF_8);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static List<Element> elements(Document page, String tag) {
        NodeList found = page.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static List<String> texts(Document page, String tag) {
        return elements(page, tag).stream().map(Node::getTextContent).toList();
    }

    /** Rows of all tables, their cells joined. */
    private static Set<String> rows(Document page) {
        Set<String> rows = new LinkedHashSet<>();
        for (Element row : elements(page, "tr")) {
            List<String> cells = new ArrayList<>();
            for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNextSibling()) {
                if (cell instanceof Element) {
                    cells.add(cell.getTextContent().strip());
                }
            }
            rows.add(String.join(" | ", cells));
        }
        return rows;
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
