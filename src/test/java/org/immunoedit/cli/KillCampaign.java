package org.immunoedit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.immunoedit.cli.Kills.Where;

/**
 * A campaign of kills: {@code KillCampaign SEED KILLS DIRECTORY [KIND...]}. Sweeps of each kind are killed so often, a
 * few times each before it is let go on to its end. Prints where kills fell, and each sweep whose files are others than
 * those of one that was left in peace; these are kept in the directory, which must be empty.
 */
public final class KillCampaign {
    /** Where the kills of one sweep are aimed, the first ones in any order. */
    private static final List<Where> FIRST =
            List.of(Where.BEFORE, Where.BEFORE, Where.BETWEEN, Where.BETWEEN, Where.BETWEEN, Where.BETWEEN);

    private static final List<Where> LAST = List.of(Where.BEHIND, Where.BEFORE, Where.BEHIND);

    private KillCampaign() {}

    /** Runs a campaign; exits with 1 when there are findings. */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> kinds = List.of(args).subList(3, args.length);
        int findings = 0;
        for (LongSweep kind : LongSweep.values()) {
            if (kinds.isEmpty() || kinds.contains(kind.name())) {
                Path directory = Files.createDirectories(Path.of(args[2]).resolve(kind.name()))
                        .toAbsolutePath();
                findings += findings(kind, directory, new Random(Long.parseLong(args[0])), Integer.parseInt(args[1]));
            }
        }
        System.exit(findings > 0 ? 1 : 0);
    }

    private static int findings(LongSweep kind, Path directory, Random random, int most)
            throws IOException, InterruptedException {
        kind.prepare(directory);
        SweepProcess whole = SweepProcess.of(kind, directory, "whole");
        whole.finish(2);
        Kills kills = new Kills(random, kind.whole(directory, whole.output()));
        int findings = 0;
        int sweeps = 0;
        while (kills.count() < most) {
            SweepProcess killed = SweepProcess.of(kind, directory, "killed" + ++sweeps);
            for (Where aim : aims(random)) {
                kills.kill(killed, aim);
            }
            SweepProcess.Ended end = killed.run("", 1 + random.nextInt(2));
            if (end.exit() == 0 && killed.content().equals(whole.content())) {
                remove(killed.directory());
            } else {
                findings++;
                System.out.println(kind + " " + sweeps + ": exit " + end.exit() + ", " + killed.files() + " " + end);
            }
        }
        System.out.println(kind + ": " + sweeps + " sweeps, kills " + kills + ", findings " + findings);
        return findings;
    }

    private static List<Where> aims(Random random) {
        List<Where> aims = new ArrayList<>(FIRST);
        Collections.shuffle(aims, random);
        aims.addAll(LAST);
        return aims;
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
