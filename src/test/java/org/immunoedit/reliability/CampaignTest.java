package org.immunoedit.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A small campaign; a large one is run by hand, see the site's page {@code reliability.md}. */
class CampaignTest {
    private static final int SEEDS = 4;
    private static final int ATTACKS = Integer.getInteger("immunoedit.attacks", 120);

    @TempDir
    private Path directory;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void whateverIsTypedEndsInAResultOrInWords() throws IOException {
        Campaign campaign = new Campaign(directory);
        for (long seed = 1; seed <= SEEDS; seed++) {
            for (int trial = 0; trial < ATTACKS; trial++) {
                assertThat(campaign.attack(seed, trial))
                        .as("seed " + seed + " attack " + trial)
                        .isEmpty();
            }
        }
        // of all seeds together: that one of them makes a faultless sweep among its few is luck
        assertThat(campaign.endings()).containsKeys("scenario 0", "scenario 3", "model 0", "sweep 0", "command 2");
    }
}
