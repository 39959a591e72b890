package org.immunoedit.reliability;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.immunoedit.cli.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files, disks and surroundings that are not as they should be. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "devices and links are those of POSIX")
class FaultsTest {
    private static final String SCENARIO =
            "{\"model\": \"m.json\", \"time\": {\"end\": 10, \"every\": 0.1}, \"outcome\": {\"tumor\": \"T\"}}";

    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(directory).model("d", "a*T*(1 - T/1e9)").file("s.json", SCENARIO);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String rows() {
        Shell.Result result = desk.run("run", "@s.json");
        assertThat(result.code()).as(result.err()).isZero();
        return result.out();
    }

    private void failsToWrite(String target, String words) throws IOException {
        List<String> before = names();
        Shell.Result result = desk.run("run", "@s.json", "-o", target);
        assertThat(result.err().lines()).singleElement().asString().contains(words);
        assertThat(result.code()).isEqualTo(4);
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void aDirectoryThatTakesNoFiles() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc")), "this system has no /proc");
        failsToWrite("/proc/x.csv", "/proc/x.csv: error: ");
    }

    @Test
    void aFullDisk() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")), "this system has no /dev/full");
        failsToWrite("/dev/full", "/dev/full: error: No space left on device");
    }

    @Test
    void aFileWhereADirectoryShouldBe() throws IOException {
        failsToWrite("@m.json/out.csv", "m.json: error: not a directory");
        failsToWrite("@nothing/out.csv", "nothing: error: no such file or directory");
        assertThat(desk.run("sweep", "@s.json", "-o", "@m.json/x").code()).isIn(3, 4);
    }

    @Test
    void theSidecarsPlaceIsTaken() throws IOException {
        Files.createDirectory(directory.resolve("out.meta.json"));
        failsToWrite("@out.csv", "out.meta.json: error: is a directory");
    }

    @Test
    void aModelThatHasVanished() throws IOException {
        Files.delete(directory.resolve("m.json"));
        Shell.Result result = desk.run("run", "@s.json");
        assertThat(result.err()).contains("s.json:1:11: error: /model: there is no file \"m.json\"");
        assertThat(result.code()).isEqualTo(3);
        Files.createDirectory(directory.resolve("m.json"));
        assertThat(desk.run("run", "@s.json").err()).contains("m.json: error: is a directory");
    }

    @Test
    void outputThroughALinkKeepsTheLink() throws IOException {
        Path real = Files.createDirectory(directory.resolve("real")).resolve("rows.csv");
        Path link = Files.createSymbolicLink(directory.resolve("link.csv"), Path.of("real", "rows.csv"));
        assertThat(desk.run("run", "@s.json", "-o", "@link.csv").code()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent(rows());
        assertThat(desk.run("run", "@s.json", "-o", "@link.csv", "--set", "time.every=1")
                        .code())
                .isZero();
        assertThat(link).isSymbolicLink();
        assertThat(Files.readAllLines(real)).hasSize(12);
    }

    @Test
    void aLinkOntoItself() throws IOException {
        Files.createSymbolicLink(directory.resolve("loop.csv"), Path.of("loop.csv"));
        failsToWrite("@loop.csv", "loop.csv: error: ");
        assertThat(directory.resolve("loop.csv")).isSymbolicLink();
    }

    @Test
    void inputThroughALinkFindsItsModelBesideTheLink() throws IOException {
        Path other = Files.createDirectory(directory.resolve("other"));
        Files.createSymbolicLink(other.resolve("s.json"), directory.resolve("s.json"));
        assertThat(desk.run("run", "@other/s.json").err()).contains("there is no file \"m.json\"");
        Files.createSymbolicLink(other.resolve("m.json"), directory.resolve("m.json"));
        assertThat(desk.run("run", "@other/s.json").out()).isEqualTo(rows());
    }

    @Test
    void namesWithSpacesAndLettersOfTheWorld() throws IOException {
        assumeTrue(System.getProperty("sun.jnu.encoding").equals("UTF-8"), "names of files are not UTF-8 here");
        Path place = Files.createDirectory(directory.resolve("ä b – 腫瘍"));
        Files.copy(directory.resolve("m.json"), place.resolve("m.json"));
        Files.copy(directory.resolve("s.json"), place.resolve("сцена 1.json"));
        Shell.Result result = desk.run("run", "@ä b – 腫瘍/сцена 1.json", "-o", "@ä b – 腫瘍/");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(place.resolve("сцена 1.csv")).hasContent(rows());
    }

    @Test
    void theScenarioFromStandardInput() {
        String scenario = SCENARIO.replace("m.json", directory + "/m.json");
        Shell.Result result = Shell.whole().stdin(scenario).run("run", "-");
        assertThat(result.out()).isEqualTo(rows());
        assertThat(Shell.whole().stdin("{").run("run", "-").err()).startsWith("<stdin>:1:2: error: ");
        assertThat(Shell.whole().stdin("").run("run", "-").code()).isEqualTo(3);
    }

    @Test
    void marksLineEndsAndCommentsChangeNothing() throws IOException {
        String rows = rows();
        String spread = SCENARIO.replace(", ", ",\r\n// a line\r\n /* é */ ").replace("}}", ",},}");
        Files.write(directory.resolve("s.json"), ("\uFEFF" + spread).getBytes(UTF_8));
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void bytesThatAreNotUtf8() throws IOException {
        String text = SCENARIO.replace("{\"model\"", "{\n\"name\": \"é\", \"model\"");
        Files.write(directory.resolve("s.json"), text.getBytes(ISO_8859_1));
        assertThat(desk.run("run", "@s.json").err()).contains("s.json:2:10: error: the byte 0xE9 is not UTF-8 text");
        Files.write(directory.resolve("s.json"), text.getBytes(UTF_16));
        Shell.Result utf16 = desk.run("run", "@s.json");
        assertThat(utf16.err()).contains("s.json:1:1: error: the byte 0xFE is not UTF-8 text");
        assertThat(utf16.code()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"1e308, 0", "1.7976931348623157e308, 0", "4.9e-324, 0", "1e-310, 0", "1e400, 3", "-0, 0", "1e-400, 0"})
    void numbersAtTheEdge(String initial, int code) {
        desk.model("d", "-T")
                .file(
                        "s.json",
                        "{\"model\": \"m.json\", \"initial\": {\"T\": " + initial
                                + "}, \"time\": {\"end\": 1}, \"solver\": {\"method\": \"tsit5\"}}");
        Shell.Result result = desk.run("run", "@s.json");
        assertThat(result.code()).as(result.err()).isEqualTo(code);
        assertThat(result.out()).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "de-DE", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva"})
    void otherLocalesAndTimeZonesChangeNoByte(String tag) {
        String rows = rows();
        String bad = desk.run("run", "@s.json", "--set", "time.end=-1.5").err();
        Locale usual = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(rows()).isEqualTo(rows);
            assertThat(desk.run("run", "@s.json", "--set", "time.end=-1.5").err())
                    .isEqualTo(bad);
            assertThat(desk.run("run", "@s.json").err()).doesNotContainPattern("[0-9],[0-9]");
        } finally {
            Locale.setDefault(usual);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void pathsThatLeaveTheDirectoryAreReadAndRecorded() throws IOException {
        Path inner = Files.createDirectory(directory.resolve("inner"));
        Files.writeString(inner.resolve("s.json"), SCENARIO.replace("m.json", "../m.json"));
        assertThat(desk.run("run", "@inner/s.json", "-o", "@inner/o.csv").code())
                .isZero();
        assertThat(Files.readString(inner.resolve("o.meta.json"))).contains("inner/../m.json\"");
        assertThat(names()).containsExactly("inner", "m.json", "s.json");
    }
}
