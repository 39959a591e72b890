package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void countsByPhaseAndFailuresByTheirReason() {
        Tally tally = new Tally();
        tally.add("1,0.5,ok,escape,7", 2);
        tally.add("2,0.5,ok,escape,7", 2);
        tally.add("3,0.5,failed:max_steps,,", 2);
        tally.add("4,0.5,\"skipped\",,", 2);
        assertThat(tally.words()).isEqualTo("2 escape, 1 failed:max_steps, 1 skipped");
        assertThat(tally.rows()).isEqualTo(4);
        assertThat(tally.failed()).isEqualTo(1);
    }

    @Test
    void whatWasPutIntoATableDoesNotReachTheTerminalAsItIs() {
        Tally tally = new Tally();
        tally.add("1,0.5,ok,es\u001bcape", 2);
        assertThat(tally.words()).isEqualTo("1 es\\u001bcape");
    }
}
