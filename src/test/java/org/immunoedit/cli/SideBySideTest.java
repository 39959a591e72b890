package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.immunoedit.problem.BadInput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Law: rows of runs that travel side by side are those of runs alone, to the byte, whoever shares their lanes. */
class SideBySideTest {
    private static final String DORMANCY = """
            {"model": "kuznetsov-1994", "initial": {"T": "5e6 cell"}, "time": {"end": "700 d", "every": "700 d"},
             "solver": {"method": "%s"},
             "outcome": {"tumor": "T", "eliminated_below": "1 cell", "escaped_above": "2e8 cell"},
             "sweep": {"vary": {"parameters.a": {"from": 0.05, "to": 0.45, "count": 9},
                                "parameters.s": {"from": "1e3 cell/d", "to": "9e5 cell/d", "scale": "log", "count": 12}}}}
            """;
    private static final String FAILED = """
            {"model": "kuznetsov-1994", "initial": {"T": "5e6 cell"}, "time": {"end": "300 d", "every": "300 d"},
             "solver": {"max_steps": 80},
             "outcome": {"tumor": "T"}, "therapies": [{"into": "E", "amount": "1e6 cell", "start": "0 d"}],
             "sweep": {"vary": {"initial.T": {"values": ["1e6 cell", "0 cell", "4e6 cell"]},
                                "parameters.a": {"values": [0.18, 1e9, 0.2]},
                                "therapies[0].start": {"values": ["0 d", "30 d", "90 d"]}}}}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"auto", "tsit5", "dopri5"})
    void rowsOfEliminatedDormantAndEscapedTumorsAreThoseOfRunsAlone(String method) throws IOException, BadInput {
        String rows = agree(DORMANCY.formatted(method));
        assertThat(rows).contains("elimination", "equilibrium", "escape");
    }

    @ParameterizedTest
    @ValueSource(strings = "kuznetsov-growth-recruitment")
    void rowsOfAShippedMapAreThoseOfRunsAlone(String name) throws IOException, BadInput {
        agree(Files.readString(Path.of("scenarios", "sweeps", name + ".json")));
    }

    @ParameterizedTest
    @ValueSource(strings = FAILED)
    void rowsOfFailedAndDosedRunsAreInTheirPlaces(String sweep) throws IOException, BadInput {
        assertThat(agree(sweep)).contains("failed:", ",ok,");
    }

    /** Rows alone, after those side by side were found to be the same in bundles of several sizes. */
    private static String agree(String sweep) throws IOException, BadInput {
        String alone = rows(sweep, Long.MAX_VALUE, 1000);
        assertThat(rows(sweep, 0, 1000)).isEqualTo(alone);
        assertThat(rows(sweep, 0, 17)).isEqualTo(alone);
        return alone;
    }

    private static String rows(String sweep, long worthLanes, int bundle) throws IOException, BadInput {
        Document document = Document.read("-", new ByteArrayInputStream(sweep.getBytes(StandardCharsets.UTF_8)));
        SweepStudy study = SweepStudy.read(document, new Changes(List.of(), OptionalLong.empty(), List.of()));
        List<SweepTables.Points> points = new ArrayList<>();
        for (SweepScenario arm : study.arms()) {
            points.add(QuickPoints.of(arm));
        }
        SweepTables tables = new SweepTables(study, points, worthLanes);
        StringBuilder rows = new StringBuilder();
        long end = Math.min(tables.points(), 108);
        for (long from = 0; from < end; from += bundle) {
            SweepLines.Lines lines = tables.lines(from, Math.min(end, from + bundle));
            rows.append(new String(lines.results(), StandardCharsets.UTF_8));
        }
        return rows.toString();
    }
}
