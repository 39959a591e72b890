package org.immunoedit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.immunoedit.cli.Kills.Signal;
import org.immunoedit.cli.Kills.Where;

/**
 * A campaign of kills: {@code KillCampaign SEED SIGNALS DIRECTORY KILL|INT [KIND...]}. Sweeps of each kind are ended so
 * often, a few times each before it is let go on to its end. Prints where the signals fell, and each sweep whose files
 * are others than those of one that was left in peace; these are kept in the directory, which must be empty. What is
 * interrupted must also leave no temporary file.
 */
public final class KillCampaign {
    /** Where the kills of one sweep are aimed, the first ones in any order. */
    private static final List<Where> FIRST =
            List.of(Where.BEFORE, Where.BEFORE, Where.BETWEEN, Where.BETWEEN, Where.BETWEEN, Where.BETWEEN);

    private static final List<Where> LAST = List.of(Where.BEHIND, Where.BEFORE, Where.BEHIND);

    private KillCampaign() {}

    /** Runs a campaign; exits with 1 when there are findings. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Signal signal = Signal.valueOf(args[3]);
        List<String> kinds = List.of(args).subList(4, args.length);
        int findings = 0;
        for (LongSweep kind : LongSweep.values()) {
            if (kinds.isEmpty() || kinds.contains(kind.name())) {
                Path directory = Files.createDirectories(Path.of(args[2]).resolve(kind.name()))
                        .toAbsolutePath();
                kind.prepare(directory);
                SweepProcess whole = SweepProcess.of(kind, directory, "whole");
                whole.finish(2);
                Random random = new Random(Long.parseLong(args[0]));
                Kills kills = new Kills(signal, random, kind.whole(directory, whole.output()));
                findings += findings(whole, kills, random, Integer.parseInt(args[1]));
            }
        }
        System.exit(findings > 0 ? 1 : 0);
    }

    private static int findings(SweepProcess whole, Kills kills, Random random, int most)
            throws IOException, InterruptedException {
        LongSweep kind = whole.kind();
        int findings = 0;
        int sweeps = 0;
        while (kills.count() < most) {
            SweepProcess ended = SweepProcess.of(kind, whole.directory().getParent(), "ended" + ++sweeps);
            boolean clean = true;
            for (Where aim : aims(random)) {
                kills.kill(ended, aim);
                clean &= kills.signal() == Signal.KILL
                        || ended.files().stream().noneMatch(file -> file.endsWith(".tmp"));
            }
            SweepProcess.Ended end = ended.run("", 1 + random.nextInt(2));
            if (clean && end.exit() == 0 && ended.content().equals(whole.content())) {
                ended.forget();
            } else {
                findings++;
                System.out.println(kind + " " + sweeps + ": " + ended.files() + ", " + end + ", clean: " + clean);
            }
        }
        System.out.println(kind + ": " + sweeps + " sweeps, " + kills + ", findings " + findings);
        return findings;
    }

    private static List<Where> aims(Random random) {
        List<Where> aims = new ArrayList<>(FIRST);
        Collections.shuffle(aims, random);
        aims.addAll(LAST);
        return aims;
    }
}
