package org.immunoedit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program as a process, through its launcher. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher under test is the POSIX one")
class LauncherIT {
    private static final Path INSTALLATION = Path.of("target/immunoedit").toAbsolutePath();
    private static final Result VERSION = new Result(0, "immunoedit 0.1.0\n", "");

    @TempDir
    private Path directory;

    private Path cache;
    private final Map<String, String> environment = new TreeMap<>();

    @BeforeEach
    void ownCache() {
        cache = directory.resolve("cache");
        environment.put("XDG_CACHE_HOME", cache.toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("PATH", System.getenv("PATH"));
    }

    @ParameterizedTest
    @MethodSource("javas")
    void runsOnEveryJava(Path java) throws IOException, InterruptedException {
        environment.put("JAVA_HOME", java.toString());
        assertThat(run("--version")).isEqualTo(VERSION);
        assertThat(run("--version")).isEqualTo(VERSION);
    }

    @ParameterizedTest
    @MethodSource("javas")
    void theSecondRunTakesItsClassesFromTheArchive(Path java) throws IOException, InterruptedException {
        environment.put("JAVA_HOME", java.toString());
        assertThat(run("--version")).isEqualTo(VERSION);
        assertThat(finishedArchives()).hasSize(1);
        Path log = directory.resolve("classes.log");
        environment.put("IMMUNOEDIT_JAVA_OPTS", "-Xlog:class+load:file=" + log);
        assertThat(run("--version")).isEqualTo(VERSION);
        for (String type : List.of("org.immunoedit.cli.App", "picocli.CommandLine")) {
            assertThat(Files.readAllLines(log)).anyMatch(line -> line.contains(type + " source: shared objects file"));
        }
    }

    @Test
    void aSpoiltArchiveIsIgnoredSilently() throws IOException, InterruptedException {
        run("--version");
        for (Path archive : finishedArchives()) {
            Files.delete(archive);
            Files.writeString(archive, "no archive");
            assertThat(run("--version")).isEqualTo(VERSION);
        }
    }

    @Test
    void firstRunsAtTheSameTimeMakeOneArchive() throws IOException, InterruptedException {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            processes.add(start(INSTALLATION.resolve("bin/immunoedit"), "--version"));
        }
        for (Process process : processes) {
            assertThat(result(process)).isEqualTo(VERSION);
        }
        assertThat(finishedArchives()).hasSize(1);
    }

    @Test
    void runsWithoutACache() throws IOException, InterruptedException {
        environment.put(
                "XDG_CACHE_HOME", Files.createFile(directory.resolve("file")).toString());
        assertThat(run("--version")).isEqualTo(VERSION);
        environment.put("XDG_CACHE_HOME", "relative");
        assertThat(run("--version")).isEqualTo(VERSION);
        environment.remove("XDG_CACHE_HOME");
        assertThat(run("--version")).isEqualTo(VERSION);
    }

    @Test
    void runsFromAnyPathAndThroughLinks() throws IOException, InterruptedException {
        environment.put("XDG_CACHE_HOME", "none");
        Path copy = directory.resolve("im m\u00fcno $edit");
        copy(INSTALLATION, copy);
        Path link = Files.createSymbolicLink(directory.resolve("link"), copy.resolve("bin/immunoedit"));
        Path second = Files.createSymbolicLink(directory.resolve("second link"), Path.of("link"));
        assertThat(result(start(copy.resolve("bin/immunoedit"), "--version"))).isEqualTo(VERSION);
        assertThat(result(start(second, "--version"))).isEqualTo(VERSION);
        assertThat(link).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LC_ALL=C", "LC_ALL=POSIX", "LC_ALL=xx_YY.UTF-8", "LANG=en_QQ.ISO-8859-1", "LC_TIME=xx_YY"})
    void namesBeyondAsciiWorkUnderAnyLocale(String locale) throws IOException, InterruptedException {
        environment.put("XDG_CACHE_HOME", "none");
        environment.put("LANG", "C.UTF-8");
        environment.put(locale.substring(0, locale.indexOf('=')), locale.substring(locale.indexOf('=') + 1));
        Path place = Files.createDirectory(directory.resolve("\u00fcber \u8a66\u9a13 \u00e9"));
        Path scenario = Files.writeString(
                place.resolve("t\u00fcmor 1.json"),
                "{\"model\": \"kuznetsov-1994\", \"time\": {\"end\": 5, \"points\": 3}}");
        Path rows = place.resolve("r\u00f6ws.csv");
        Result result = run("run", scenario.toString(), "-o", rows.toString(), "--quiet");
        assertThat(result).isEqualTo(new Result(0, "", ""));
        assertThat(Files.readAllLines(rows)).hasSize(4);
        assertThat(place.resolve("r\u00f6ws.meta.json")).content().contains("t\u00fcmor 1.json");
        assertThat(run("run", place.resolve("n\u00f6.json").toString()).err())
                .isEqualTo(place.resolve("n\u00f6.json") + ": error: no such file or directory\n");
    }

    @Test
    void theJarRunsWithoutTheLauncher() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String jar = INSTALLATION.resolve("lib/immunoedit.jar").toString();
        assertThat(result(start(java, "-jar", jar, "--version"))).isEqualTo(VERSION);
    }

    @Test
    void wordsArriveAsTheyAre() throws IOException, InterruptedException {
        environment.put("XDG_CACHE_HOME", "none");
        Result result = run("no * \u00fcber \"command\" $HOME");
        assertThat(result.err()).startsWith("immunoedit: \"no * \u00fcber \"command\" $HOME\" is not a command\n");
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void optionsOfTheUserReachTheJvm() throws IOException, InterruptedException {
        environment.put("XDG_CACHE_HOME", "none");
        environment.put("IMMUNOEDIT_JAVA_OPTS", "-Xmx99m -XX:+PrintFlagsFinal");
        assertThat(run("--version").out()).containsPattern("MaxHeapSize += (103809024|104857600) ");
    }

    @Test
    void aMissingJavaIsTold() throws IOException, InterruptedException {
        environment.remove("JAVA_HOME");
        environment.put("PATH", directory.toString());
        assertThat(run("--version"))
                .isEqualTo(
                        new Result(4, "", "immunoedit: no Java found; install Java 17 or newer, or set JAVA_HOME\n"));
        environment.put("JAVA_HOME", "/none");
        assertThat(run("--version"))
                .isEqualTo(new Result(
                        4,
                        "",
                        "immunoedit: JAVA_HOME is /none, but there is no bin/java in it; correct it or unset it\n"));
    }

    @Test
    void anOldJavaIsTold() throws IOException, InterruptedException {
        Path old = Files.createDirectories(directory.resolve("jdk-11/bin")).getParent();
        Path java = Files.writeString(old.resolve("bin/java"), "#!/bin/sh\necho 'openjdk version \"1.8.0_392\"' >&2\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        environment.put("JAVA_HOME", old.toString());
        assertThat(run("--version").err())
                .isEqualTo("immunoedit: " + java + " is Java 1.8.0_392; immunoedit needs Java 17 or newer"
                        + " (set JAVA_HOME)\n");
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"11.0.2\"\n");
        Result result = run("--version");
        assertThat(result.err()).contains(" is Java 11.0.2; immunoedit needs Java 17");
        assertThat(result.code()).isEqualTo(4);
    }

    /** The Java this test runs on, and others of at least 17 where Linux distributions put them. */
    static List<Path> javas() throws IOException {
        List<Path> javas = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
        Path others = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(others)) {
            try (Stream<Path> homes = Files.list(others)) {
                homes.filter(home -> !Files.isSymbolicLink(home))
                        .filter(home -> home.getFileName().toString().matches(".*(1[7-9]|[2-9][0-9]).*"))
                        .filter(home -> Files.isExecutable(home.resolve("bin/java")))
                        .filter(home -> !javas.contains(home))
                        .forEach(javas::add);
            }
        }
        return javas;
    }

    private Result run(String... words) throws IOException, InterruptedException {
        return result(start(INSTALLATION.resolve("bin/immunoedit"), words));
    }

    private Process start(Path program, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Result result(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Result(process.exitValue(), out, err);
    }

    /** Waits until the archive that is being made in the background is complete. */
    private List<Path> finishedArchives() throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        Path own = cache.resolve("immunoedit");
        List<Path> files = List.of();
        while (System.nanoTime() < end) {
            try (Stream<Path> all = Files.list(own)) {
                files = all.toList();
            }
            if (!files.isEmpty()
                    && files.stream().allMatch(file -> file.toString().endsWith(".jsa"))) {
                return files;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no archive after five minutes, but " + files);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(dir)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private record Result(int code, String out, String err) {}
}
