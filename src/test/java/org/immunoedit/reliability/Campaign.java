package org.immunoedit.reliability;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.immunoedit.cli.Shell;

/**
 * A campaign of attacks: {@code Campaign SEED FIRST COUNT DIRECTORY}. Prints how often each kind of attack ended how,
 * and every finding; a finding is repeated by its seed and number. SIGTERM ends it with the count so far. Files go to
 * the directory, which must be empty.
 */
public final class Campaign {
    /** Bytes that a reader of standard output takes before it goes away. */
    static final int MOST_OUTPUT = 1 << 20;
    /** CPU time of one attack that counts as a hang (s). */
    private static final double MOST_SECONDS = 20;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Cases cases = new Cases();
    private final Path directory;
    private final Map<String, Integer> endings = new ConcurrentSkipListMap<>();
    private volatile double slowest;
    private volatile long done;
    private volatile int findings;
    private volatile String now = "";
    private volatile long since = System.nanoTime();

    Campaign(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    /** Runs a campaign, on past findings; exits with 1 when there are any. */
    public static void main(String[] args) throws IOException {
        long seed = Long.parseLong(args[0]);
        long first = Long.parseLong(args[1]);
        long count = Long.parseLong(args[2]);
        Campaign campaign = new Campaign(Path.of(args[3]));
        campaign.watch(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(new Thread(campaign::tell));
        for (long trial = first; trial < first + count; trial++) {
            if ((trial - first) % 5000 == 4999) {
                System.out.println("at " + trial);
            }
            List<String> faults = campaign.tried(seed, trial);
            if (!faults.isEmpty()) {
                campaign.findings++;
                System.out.println("FINDING " + seed + " " + trial + " " + campaign.now + ": " + faults);
            }
            campaign.done++;
        }
        System.exit(campaign.findings == 0 ? 0 : 1);
    }

    /** An exception that leaves an attack, or the judge, is a finding like others. */
    private List<String> tried(long seed, long trial) {
        try {
            return attack(seed, trial);
        } catch (RuntimeException | IOException e) {
            return List.of(e.toString());
        }
    }

    /** Tells how many attacks are over, also when the campaign is stopped by a signal. */
    private void tell() {
        System.out.println("attacks " + done + ", findings " + findings + ", slowest " + slowest + " s, " + endings);
    }

    /** How often each kind of attack ended with each exit code. */
    Map<String, Integer> endings() {
        return endings;
    }

    /** Does one attack; says what went wrong. */
    List<String> attack(long seed, long trial) throws IOException {
        Case attack = cases.of(seed, trial);
        now = attack.kind() + " " + attack.words();
        since = System.nanoTime();
        clean();
        write(attack.files());
        if (!attack.first().isEmpty()) {
            run(Shell.whole(), attack.with(attack.first()));
            attack = attack.with(spoilt(attack, seed, trial));
        }
        long begin = THREADS.getCurrentThreadCpuTime();
        Shell shell = Shell.whole();
        Shell.Result result = run(shell, attack);
        double seconds = (THREADS.getCurrentThreadCpuTime() - begin) * 1e-9;
        slowest = Math.max(slowest, seconds);
        endings.merge(attack.kind() + " " + result.code(), 1, Integer::sum);
        List<String> faults = new ArrayList<>(Oracle.faults(attack, directory, shell, result));
        if (seconds > MOST_SECONDS) {
            faults.add("it took " + seconds + " s");
        }
        if (!faults.isEmpty()) {
            String err = result.err();
            faults.add(err.substring(0, Math.min(err.length(), 600)));
        } else if (attack.words().contains("--json")
                && result.code() != 2 // wrong words are told in words
                && !attack.words().contains("--") // after which --json is a file
                && attack.words().get(0).equals("validate")) {
            countAgain(attack, result, faults);
        }
        return faults;
    }

    private void write(Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(directory.resolve(file.getKey()), file.getValue());
        }
    }

    /** The results of the command before, of which some are broken. */
    private Map<String, byte[]> spoilt(Case attack, long seed, long trial) throws IOException {
        Map<String, byte[]> results = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = directory.relativize(file).toString();
                if (!attack.files().containsKey(name)) {
                    results.put(name, Files.readAllBytes(file));
                }
            }
        }
        Cases.spoil(results, new Chance(seed, -1 - trial));
        write(results);
        return results;
    }

    /** As JSON and as lines the same problems are told. */
    private void countAgain(Case attack, Shell.Result json, List<String> faults) throws IOException {
        List<String> plain =
                attack.words().stream().filter(word -> !word.equals("--json")).toList();
        Shell.Result lines = run(Shell.whole(), attack.with(plain));
        long told = lines.err().lines().filter(Oracle::isProblem).count();
        long listed = json.err()
                .lines()
                .filter(line -> line.contains("\"severity\":"))
                .count();
        if (told != listed) {
            faults.add(listed + " problems as JSON, " + told + " as lines");
        }
    }

    private Shell.Result run(Shell shell, Case attack) {
        Object[] words = attack.words().stream()
                .map(word -> word.startsWith("@") ? directory + "/" + word.substring(1) : word)
                .toArray();
        Reader out = new Reader();
        Shell.Result result = shell.run(out, words);
        return new Shell.Result(result.code(), out.taken.toString(StandardCharsets.UTF_8), result.err());
    }

    private void clean() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(directory)) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Ends the process when an attack takes far too long, and says where it was. */
    private void watch(Thread attacker) {
        Thread watchdog = new Thread(() -> {
            while (true) {
                try {
                    Thread.sleep(1000);
                } catch (InterruptedException e) {
                    return;
                }
                if (System.nanoTime() - since > 12e9 * MOST_SECONDS) {
                    System.out.println("HANG " + now);
                    for (StackTraceElement element : attacker.getStackTrace()) {
                        System.out.println("    " + element);
                    }
                    findings++;
                    tell();
                    Runtime.getRuntime().halt(1);
                }
            }
        });
        watchdog.setDaemon(true);
        watchdog.start();
    }

    /** Takes so much and then goes away, as {@code head} does. */
    private static final class Reader extends OutputStream {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            taken.write(bytes, offset, Math.min(length, MOST_OUTPUT - taken.size()));
            if (taken.size() >= MOST_OUTPUT) {
                throw new IOException("Broken pipe");
            }
        }
    }
}
