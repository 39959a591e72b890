package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
    private final Shell shell = new Shell();

    @Test
    void listsTheCatalogue() {
        assertThat(shell.run("models")).isEqualTo(new Shell.Result(0, """
                        name            states  claims  title                therapies
                        clones          1       0
                        kuznetsov-1994  2       1       Dormancy and escape  pd1
                        """, ""));
    }

    @Test
    void showsAModel() {
        assertThat(shell.run("models", "kuznetsov-1994").out()).isEqualTo("""
                        kuznetsov-1994: Dormancy and escape
                        Kuznetsov et al., 1994, doi:10.1007/BF02460644
                        Time in d

                        States
                          E  [cell]  starts at 320000  effector cells
                          T  [cell]  starts at size    tumor cells; extinct below 1

                        Parameters
                          s = 13000       [cell/d]  influx; table 1; range 0 to 100000
                          d = 0.0412 1/d  [1/d]
                          size = 5000000  [cell]

                        Functions
                          twice(x) = 2*x

                        Definitions
                          death = d*E  [cell/d]  of effectors

                        Rates
                          dE/dt = s - death
                          dT/dt = 0.18*T/twice(1)

                        Events
                          when T > 1e11  T = 0; resection; stop

                        Hooks
                          pd1  [1]  blockade

                        Claims
                          dormant point
                        """);
    }

    @Test
    void showsFamilies() {
        assertThat(shell.run("models", "clones").out())
                .startsWith("clones\nTime in d; units are not checked: none are given\n")
                .contains("i = 1..2", "T[i]", "starts at [3, 4]", "mu[i,j] = [[1, 2], [3, 4]]")
                .contains("dT[i]/dt = sum(j, mu[i,j])*T[i]");
    }

    @Test
    void showsAModelFile(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("own.json");
        Files.write(file, new FakeShelf().open("clones").orElseThrow());
        assertThat(shell.run("models", file)).isEqualTo(shell.run("models", "clones"));
        Files.writeString(file, "{\"name\": \"x\"}");
        Shell.Result result = shell.run("models", file);
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains(file + ":1:1: error: ");
    }

    @Test
    void anUnknownNameIsHinted() {
        Shell.Result result = shell.run("models", "kuznetsov-1949");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("immunoedit: there is no model \"kuznetsov-1949\" (did you mean \"kuznetsov-1994\"?)\n");
        assertThat(shell.run("models", "xyz").err())
                .startsWith("immunoedit: there is no model \"xyz\"; 'immunoedit models' lists them\n");
    }

    @Test
    void writesForPapersAndPrograms() {
        assertThat(shell.run("models", "kuznetsov-1994", "--markdown").out())
                .contains("dE/dt = s - death", "| s | 13000 | cell/d | 0 to 100000 | influx | table 1 |");
        assertThat(shell.run("models", "kuznetsov-1994", "--latex").out())
                .contains("\\begin{align*}", "\\frac{\\mathrm{d}E}{\\mathrm{d}t} &= s - \\mathrm{death}")
                .contains("\\frac{0.18\\,T}{\\operatorname{twice}\\left(1\\right)}", "\\end{tabular}");
        assertThat(shell.run("models", "kuznetsov-1994", "--json").out())
                .contains("\"name\": \"kuznetsov-1994\"", "\"E\": \"s - death\"", "\"dormant point\"");
        assertThat(shell.run("models", "--json").out()).startsWith("[").contains("\"clones\"");
    }

    @Test
    void formsExcludeEachOther() {
        assertThat(shell.run("models", "clones", "--json", "--latex").code()).isEqualTo(2);
        assertThat(shell.run("models", "--latex").code()).isEqualTo(2);
    }
}
