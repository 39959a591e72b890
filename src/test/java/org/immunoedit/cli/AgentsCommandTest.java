package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.immunoedit.model.Catalogue;
import org.junit.jupiter.api.Test;

class AgentsCommandTest {
    @Test
    void listsEveryAgentOnALine() {
        Shell.Result result = new Shell(new Workbench()).run("agents");
        assertThat(result.code()).isZero();
        assertThat(result.out().lines().map(line -> line.split(" ")[0]))
                .containsExactlyElementsOf(Catalogue.AGENTS.names());
        assertThat(result.out()).contains("pembrolizumab").contains("dosed in mg");
    }

    @Test
    void showsPharmacokineticsTargetAndRegimens() {
        Shell.Result result = new Shell(new Workbench()).run("agents", "pembrolizumab");
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("CL = 0.22", "[L/d]", "dcentral/dt = ", "in mg into central", "pd1 by ", "\"200 mg q3w\": amount 200 mg");
    }

    @Test
    void namesTheNearest() {
        Shell.Result result = new Shell(new Workbench()).run("agents", "pembrolizumba");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("there is no agent \"pembrolizumba\" (did you mean \"pembrolizumab\"?)");
    }
}
