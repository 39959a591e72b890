package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims about systems whose answers are known in closed form. */
class VerifyCommandTest {
    /** x decays; y turns around the origin with period 2 pi/w; z saturates at 2. */
    private static final String MODEL = """
            {"name": "toy", "time": "d", "units": "unchecked",
             "states": {"x": {"initial": 8}, "y": {"initial": 0, "signed": true}, "v": {"initial": 1, "signed": true},
                        "z": {"initial": 1}},
             "parameters": {"k": {"value": 0.5}, "w": {"value": 2}, "m": {"value": 1}},
             "rates": {"x": "-k*x", "y": "w*v", "v": "-w*y", "z": "z*(m - z/2)"},
             "observables": {"half": "x/2"},
             "agents": {"drug": {"into": "x"}},
             "claims": [
            %s
            ]}
            """;

    @TempDir
    Path directory;

    private Shell.Result verify(String claim, Object... options) throws IOException {
        Path file = directory.resolve("toy.json");
        Files.writeString(file, MODEL.formatted(claim));
        Object[] words = new Object[options.length + 2];
        words[0] = "verify";
        words[1] = file;
        System.arraycopy(options, 0, words, 2, options.length);
        return new Shell(new Workbench()).run(words);
    }

    private static String run(String expect, double value, String more) {
        return "{\"about\": \"a\", \"run\": {\"time\": {\"end\": 10}}, \"expect\": {\"" + expect + "\": " + value
                + "}, \"rtol\": 1e-6" + more + "}";
    }

    @ParameterizedTest
    @CsvSource({
        "x@end, 0.05390357599268374",
        "x@2, 2.943035529371539",
        "half@2, 1.4715177646857694",
        "2*x + half@2, 7.357588823428847",
        "time@(x < 1), 4.1588830833596715",
        "time@(2 > x), 2.772588722239781",
        "x@(half <= 1), 2",
        "v@min(y), 0",
        "y@max(y), 1",
        "period(y), 3.141592653589793"
    })
    void readsValuesOffARun(String what, double value) throws IOException {
        assertThat(verify(run(what, value, ", \"atol\": 1e-4"))).satisfies(result -> {
            assertThat(result.out()).contains("holds");
            assertThat(result.err()).isEqualTo("1 model, 1 claim: 1 hold, 0 disagree, 0 fail\n");
            assertThat(result.code()).isZero();
        });
    }

    @Test
    void extremaCountAfterTheirTime() throws IOException {
        assertThat(verify(run("time@max(y)", 7.0685834705770345, ", \"after\": 4"))
                        .code())
                .isZero();
        assertThat(verify(run("time@max(y)", 7.0685834705770345, "")).code()).isEqualTo(1);
    }

    @Test
    void aModelWhoseNamesAreWrongHasNoClaimThatHolds() throws IOException {
        Path file = directory.resolve("toy.json");
        Files.writeString(
                file, MODEL.formatted(run("x@2", 2.943035529371539, "")).replace("-k*x", "-q*x"));
        Shell.Result result = new Shell(new Workbench()).run("verify", file);
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("/rates/x: \"q\" is not known");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void aClaimThatIsWrongFails() throws IOException {
        Shell.Result result = verify(run("x@2", 2.9431, ""));
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("x@2", "2.9431", "2.943036", "FAILS");
        assertThat(result.err()).contains("1 fail");
    }

    @Test
    void anAbsoluteToleranceIsForZeroOnly() throws IOException {
        assertThat(verify(run("x@2", 2.9431, ", \"atol\": 1")).code()).isEqualTo(1);
        assertThat(verify(run("x@end", 0, ", \"atol\": 1")).code()).isZero();
        assertThat(verify(run("x@end", 0, ", \"atol\": 0.05")).code()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"2.943, 0, disagrees", "2.95, 1, FAILS"})
    void aKnownDisagreementIsShownAndHeldToItsWord(double computed, int code, String verdict) throws IOException {
        Shell.Result result = verify(run(
                        "x@2",
                        5,
                        ", \"rtol\": 1e-4, \"disagrees\": {\"computed\": {\"x@2\": " + computed
                                + "}, \"reason\": \"a misprint\"}")
                .replaceFirst("\"rtol\": 1e-6, ", ""));
        assertThat(result.code()).isEqualTo(code);
        assertThat(result.out()).contains(verdict, "reason: a misprint", "2.943036");
    }

    @Test
    void noneMeansThatItNeverHappens() throws IOException {
        String claim =
                "{\"about\": \"a\", \"run\": {\"time\": {\"end\": 3}}, \"expect\": {\"time@(x < 1)\": \"none\"}}";
        assertThat(verify(claim).code()).isZero();
        assertThat(verify(claim.replace("3}", "5}")).code()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"saddle, 0", "stable node, 1"})
    void stabilityIsPartOfAnEquilibrium(String stability, int code) throws IOException {
        assertThat(verify("{\"about\": \"a\", \"equilibrium\": {\"near\": {\"x\": 0, \"y\": 0, \"v\": 0, \"z\": 0},"
                                + " \"expect\": {\"z\": 0}, \"stability\": \"" + stability
                                + "\", \"eigenvalues\": [-0.5, 1, [0, 2]]}}")
                        .code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.1, 1"})
    void transcriticalPoint(double expected, int code) throws IOException {
        assertThat(verify("{\"about\": \"a\", \"threshold\": {\"kind\": \"transcritical\", \"parameter\": \"m\","
                                + " \"between\": [1, -1], \"near\": {\"x\": 0, \"y\": 0, \"v\": 0, \"z\": 0},"
                                + " \"expect\": " + expected + ", \"atol\": 1e-8}}")
                        .code())
                .isEqualTo(code);
    }

    /** x(2) = 8/e + dose/e^(1/2) is 5 at a dose of (5 - 8/e) e^(1/2). */
    @ParameterizedTest
    @CsvSource({"3.391366, 0", "3.40, 1"})
    void doseThreshold(double expected, int code) throws IOException {
        assertThat(verify("{\"about\": \"a\", \"threshold\": {\"kind\": \"run\", \"vary\": \"therapies[0].amount\","
                                + " \"between\": [0, 10], \"of\": \"x@2\", \"above\": 5, \"run\": {\"therapies\":"
                                + " [{\"agent\": \"drug\", \"amount\": 1, \"start\": 1}], \"time\": {\"end\": 2}},"
                                + " \"expect\": " + expected + ", \"rtol\": 1e-4}}")
                        .code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"fast, slow, 0", "slow, fast, 1"})
    void orderOfRuns(String first, String second, int code) throws IOException {
        Shell.Result result = verify("{\"about\": \"a\", \"order\": {\"of\": \"x@end\", \"runs\": {"
                + "\"slow\": {\"parameters\": {\"k\": 0.1}, \"time\": {\"end\": 3}},"
                + "\"fast\": {\"parameters\": {\"k\": 0.9}, \"time\": {\"end\": 3}}},"
                + "\"expect\": [\"" + first + "\", \"" + second + "\"]}}");
        assertThat(result.code()).isEqualTo(code);
        assertThat(result.out()).contains("fast < slow");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"about\": \"a\"}|/claims/0: nothing is computed",
                "{\"about\": \"a\", \"run\": {\"time\": {\"end\": 1}}, \"expect\": {\"q@end\": 1}}|\"q\" is not known",
                "{\"about\": \"a\", \"run\": {\"time\": {\"end\": 1}}, \"expect\": {\"x@ende\": 1}}|\"ende\" is no instant",
                "{\"about\": \"a\", \"run\": {\"tmie\": {\"end\": 1}}, \"expect\": {\"x@end\": 1}}|did you mean \"time\"",
                "{\"about\": \"a\", \"equilibrium\": {\"near\": {\"u\": 1}, \"expect\": {\"x\": 0}}}|\"u\" is not a state",
                "{\"about\": \"a\", \"equilibrium\": {\"near\": {}, \"expect\": {\"x\": 0}, \"stability\": \"sadle\"}}|did you mean \"saddle\"",
                "{\"about\": \"a\", \"threshold\": {\"kind\": \"fold\", \"parameter\": \"kk\", \"between\": [1, 2], \"near\": {}, \"expect\": 1}}|\"kk\" is not a parameter",
                "{\"about\": \"a\", \"run\": {\"time\": {\"end\": 1}}, \"expect\": {\"x@end\": 1}, \"disagrees\": {\"computed\": {\"x@end\": 1}, \"reason\": \"r\"}}|agrees with the claimed value"
            })
    void malformedClaimsAreLocated(String claim, String fault) throws IOException {
        Shell.Result result = verify(claim);
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("toy.json:", ": error: /claims/0", fault);
        assertThat(new Shell(new Workbench())
                        .run("validate", directory.resolve("toy.json"))
                        .code())
                .isEqualTo(3);
    }

    @Test
    void theFirstModelsAreVerifiedAlikeOnAnyNumberOfThreads() {
        Object[] models = {"verify", "kuznetsov-1994", "kirschner-panetta-1998", "nikolopoulou-2018", "--threads"};
        Shell.Result one = new Shell(new Workbench()).run(with(models, "1"));
        assertThat(one.err()).endsWith("1 disagree, 0 fail\n");
        assertThat(one.code()).isZero();
        assertThat(new Shell(new Workbench()).run(with(models, "3"))).isEqualTo(one);
    }

    private static Object[] with(Object[] words, Object last) {
        Object[] all = java.util.Arrays.copyOf(words, words.length + 1);
        all[words.length] = last;
        return all;
    }

    @Test
    void jsonHasAllNumbers() throws IOException {
        Shell.Result result = verify(run("x@2", 2.9430355, ""), "--json");
        assertThat(result.out()).contains("\"model\": \"toy\"", "\"published\": 2.9430355", "\"verdict\": \"holds\"");
        assertThat(result.err()).isEqualTo("[]\n");
    }

    @Test
    void anUnknownNameIsAWrongCommandLine() {
        Shell.Result result = new Shell(new Workbench()).run("verify", "kuznetsov-1949");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("did you mean \"kuznetsov-1994\"");
    }
}
