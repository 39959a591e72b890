package org.immunoedit.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Printer;
import org.immunoedit.io.Scenario.Treatment;
import org.immunoedit.model.Literal;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.protocol.Therapy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoseFileTest {
    private static final Place PLACE = new Place("s.json", 3, 4, "/therapies/0/doses_file");
    private static final Treatment.FromFile PLAIN =
            new Treatment.FromFile("d.csv", Optional.empty(), Optional.empty(), PLACE);

    private final Problems problems = new Problems();

    @Test
    void everyDosingLineIsATherapy() {
        List<Therapy> therapies = read(
                PLAIN,
                "\uFEFFTIME, AMT,RATE,II,ADDL,CMT,EVID\r\n0,100,0,0,0,E,1\r\n2.5,1e3,50,.,.,2,1\r\n\r\n3,7,,12,4,T[1],1\r\n");
        assertThat(problems.sorted()).isEmpty();
        assertThat(therapies).hasSize(3);
        Therapy bolus = therapies.get(0);
        assertThat(bolus.amount()).contains(new Literal(100, Optional.empty(), new Place("d.csv", 2, 3, "")));
        assertThat(bolus.rate()).isEmpty();
        assertThat(bolus.every()).isEmpty();
        assertThat(bolus.doses()).isEmpty();
        assertThat(bolus.into()).contains(Reference.to("E"));
        assertThat(bolus.place()).isEqualTo(new Place("d.csv", 2, 1, ""));
        Therapy infusion = therapies.get(1);
        assertThat(infusion.start().orElseThrow().value()).isEqualTo(2.5);
        assertThat(infusion.rate().orElseThrow().value()).isEqualTo(50);
        assertThat(infusion.into().map(Printer::print)).contains("T[1]");
        Therapy repeated = therapies.get(2);
        assertThat(repeated.every().orElseThrow().value()).isEqualTo(12);
        assertThat(repeated.doses()).isEqualTo(OptionalInt.of(5));
        assertThat(repeated.place().line()).isEqualTo(5);
    }

    @Test
    void theScenarioMayNameTheAgent() {
        Treatment.FromFile agent = new Treatment.FromFile("d.csv", Optional.of("IL-2"), Optional.empty(), PLACE);
        List<Therapy> therapies = read(agent, "time,amt,tinf\n0,5,0.25\n");
        assertThat(therapies.get(0).agent()).contains("IL-2");
        assertThat(therapies.get(0).into()).isEmpty();
        assertThat(therapies.get(0).duration().orElseThrow().value()).isEqualTo(0.25);
    }

    @Test
    void observationsAreLeftOutWithAWarning() {
        assertThat(read(PLAIN, "time,amt,cmt,evid\n0,0,1,0\n1,5,1,1\n2,.,1,0\n"))
                .hasSize(1);
        assertThat(Read.messages(problems))
                .containsExactly("d.csv:1:1: warning: lines that are observations are left out: 2");
    }

    @Test
    void withoutEvidAnAmountMakesADose() {
        assertThat(read(PLAIN, "time,amt,cmt\n0,0,1\n1,5,1\n2,0.0,1\n")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|1:1: error: the table is empty; expected a header such as time,amt,cmt",
                "time,cmt~0,1|1:1: error: column \"amt\" is missing; expected a header such as time,amt,cmt",
                "time,amt,cmt,dose~0,1,1,1|1:14: error: \"dose\" is not a known column;"
                        + " expected one of time, amt, rate, ii, addl, cmt, evid, tinf",
                "time,amt,Cmt,evdi~0,1,1,1|1:14: error: \"evdi\" is not a known column;"
                        + " expected one of time, amt, rate, ii, addl, cmt, evid, tinf (did you mean \"evid\"?)",
                "time,amt,cmt,amt~0,1,1,1|1:14: error: column \"amt\" appears twice; expected each column once",
                "time,amt,cmt~0,1|2:1: error: this line has 2 fields; expected 3 as in the header"
                        + "#2:1: error: cmt is missing; expected the state that is dosed"
                        + " (or name an \"agent\" or \"into\" beside \"doses_file\")",
                "time,amt,cmt~x,1,1|2:1: error: time \"x\" is not a number; expected a number such as 12.5",
                "time,amt,cmt~0,1e999,1|2:3: error: amt \"1e999\" is not a number; expected a number such as 12.5",
                "time,amt,cmt~0,NaN,1|2:3: error: amt \"NaN\" is not a number; expected a number such as 12.5",
                "time,amt,cmt~-1,5,1|2:1: error: time -1 is negative; expected 0 or more",
                "time,amt,cmt~0,-5,1|2:3: error: amt -5 is negative; expected 0 or more",
                "time,amt,cmt,rate~0,5,1,-2|2:7: error: rate -2 is negative; expected 0 or more",
                "time,amt,cmt,rate,tinf~0,5,1,2,3|2:9: error: tinf together with rate; expected only one of them",
                "time,amt,cmt,addl~0,5,1,2|2:7: error: addl without ii; expected the time from dose to dose",
                "time,amt,cmt,addl,ii~0,5,1,2.5,1|2:7: error: addl 2.5 is not a count; expected a whole number below 1e9",
                "time,amt,cmt,evid~0,5,1,4|2:7: error: evid 4 is not supported; expected 1 (a dose) or 0 (an observation)",
                "time,amt,cmt,evid~0,.,1,1|2:3: error: amt is missing; expected an amount",
                "time,amt,cmt~0,5,3|2:5: error: there is no state number 3; expected 1 to 2",
                "time,amt,cmt~0,5,0|2:5: error: there is no state number 0; expected 1 to 2",
                "time,amt,cmt~0,5,e|2:5: error: \"e\" is not a state; expected one of E, T[1] (did you mean \"E\"?)",
                "time,amt,cmt~0,5,\"E|1:1: error: after this line the table cannot be read; expected quotes that are closed",
            })
    void aWrongLineIsExplained(String csv, String messages) {
        read(PLAIN, csv.replace("~", "\n"));
        assertThat(String.join(
                        "#",
                        Read.messages(problems).stream()
                                .map(m -> m.replace("d.csv:", ""))
                                .toList()))
                .isEqualTo(messages);
    }

    @Test
    void aCompartmentContradictsANamedTarget() {
        Treatment.FromFile into =
                new Treatment.FromFile("d.csv", Optional.empty(), Optional.of(Reference.to("E")), PLACE);
        assertThat(read(into, "time,amt,cmt\n0,5,1\n1,5,\n")).hasSize(1);
        assertThat(Read.messages(problems))
                .containsExactly(
                        "d.csv:2:5: error: cmt together with \"into\" in the scenario; expected only one of them");
    }

    private List<Therapy> read(Treatment.FromFile entry, String csv) {
        return DoseFile.read(csv.getBytes(StandardCharsets.UTF_8), "d.csv", entry, List.of("E", "T[1]"), problems);
    }
}
