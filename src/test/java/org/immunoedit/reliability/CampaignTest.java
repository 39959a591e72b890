package org.immunoedit.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A small campaign; a large one is run by hand, see the site's page {@code reliability.md}. */
class CampaignTest {
    private static final int ATTACKS = Integer.getInteger("immunoedit.attacks", 120);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void whateverIsTypedEndsInAResultOrInWords(long seed) throws IOException {
        Campaign campaign = new Campaign(directory);
        for (int trial = 0; trial < ATTACKS; trial++) {
            assertThat(campaign.attack(seed, trial))
                    .as("seed " + seed + " attack " + trial)
                    .isEmpty();
        }
        assertThat(campaign.endings()).containsKeys("scenario 0", "scenario 3", "model 0", "sweep 0", "command 2");
    }
}
