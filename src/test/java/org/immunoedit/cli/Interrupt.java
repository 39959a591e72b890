package org.immunoedit.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lets a child process heed SIGINT. A shell without job control starts what stands before {@code &} with SIGINT
 * ignored, children inherit that, and neither a shell nor a JVM takes it back.
 */
final class Interrupt {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int SIGINT = 2;

    private Interrupt() {}

    /** Words to put before a command; the test is skipped where SIGINT is ignored and nothing can change that. */
    static List<String> heeded() throws IOException, InterruptedException {
        if (!isIgnored()) {
            return List.of();
        }
        List<String> words = List.of("env", "--default-signal=INT");
        boolean able = new ProcessBuilder(
                                Stream.concat(words.stream(), Stream.of("true")).toList())
                        .start()
                        .waitFor()
                == 0;
        assumeTrue(able, "SIGINT is ignored here, as by a script with &, and env has no --default-signal");
        return words;
    }

    /** Whether this process, and so its children, ignores SIGINT; where Linux does not tell, it is taken to heed it. */
    private static boolean isIgnored() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return false;
        }
        String mask = Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .findFirst()
                .orElse("SigIgn: 0");
        return (Long.parseUnsignedLong(mask.substring("SigIgn:".length()).strip(), 16) >> (SIGINT - 1) & 1) == 1;
    }
}
