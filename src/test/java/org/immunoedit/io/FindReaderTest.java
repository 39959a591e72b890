package org.immunoedit.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.immunoedit.outcome.Phase;
import org.immunoedit.problem.Problems;
import org.immunoedit.sweep.Axis;
import org.immunoedit.sweep.BoundarySearch;
import org.immunoedit.sweep.PhaseMap;
import org.immunoedit.sweep.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sweep says about boundaries and adaptive maps. */
class FindReaderTest {
    @Test
    void readsABoundary() throws IOException {
        SweepPlan plan = read("""
                {"find": {"vary": "therapies[0].amount", "between": ["1e6 cell", "1e9 cell"], "scale": "log",
                          "phase": "elimination", "wanted": "largest", "rtol": 0.001, "scan": 9}}""").orElseThrow();
        Find find = plan.find().orElseThrow();
        assertThat(find.search())
                .isEqualTo(new BoundarySearch(new Axis(new Range(1e6, 1e9, true), false), true, 9, 1e-3));
        assertThat(find.phases()).containsExactly(Phase.ELIMINATION);
        assertThat(find.target().path()).isEqualTo("therapies[0].amount");
        assertThat(find.target().unit()).isEqualTo("cell");
        assertThat(plan.design().size()).isEqualTo(1);
        assertThat(plan.design().at(0)).containsExactly(1e6);
    }

    @Test
    void endsAreInTheUnitOfTheFirst() throws IOException {
        Find find = read("{\"find\": {\"vary\": \"x\", \"between\": [\"1 d\", \"4 wk\"], \"phase\": \"escape\"}}")
                .flatMap(SweepPlan::find)
                .orElseThrow();
        assertThat(find.search())
                .isEqualTo(new BoundarySearch(new Axis(new Range(1, 28, false), false), false, 17, 0.01));
        assertThat(find.target().unit()).isEqualTo("d");
    }

    @Test
    void eachPointOfADesignHasABoundary() throws IOException {
        SweepPlan plan = read("""
                {"vary": {"initial.T": [1, 2, 3]},
                 "find": {"vary": "therapies[0].doses", "between": [1, 10], "phase": ["elimination", "equilibrium"]}}""").orElseThrow();
        assertThat(plan.design().size()).isEqualTo(3);
        assertThat(plan.design().at(2)).containsExactly(3, 1);
        assertThat(plan.find().orElseThrow().phases()).containsExactly(Phase.ELIMINATION, Phase.EQUILIBRIUM);
        assertThat(plan.find().get().search().axis().whole()).isTrue();
    }

    @Test
    void anEndpointMayDecide() throws IOException {
        Find find =
                read("{\"find\": {\"vary\": \"x\", \"between\": [1, 2], \"endpoint\": \"nadir\", \"below\": \"1 cell\"}}")
                        .flatMap(SweepPlan::find)
                        .orElseThrow();
        assertThat(find.limit().orElseThrow().endpoint()).isEqualTo("nadir");
        assertThat(find.limit().get().below()).isTrue();
        assertThat(find.limit().get().value().value()).isEqualTo(1);
    }

    @Test
    void readsAnAdaptiveMap() throws IOException {
        SweepPlan plan = read("""
                {"design": "adaptive", "levels": 3,
                 "vary": {"x": {"from": 0, "to": 1, "count": 5},
                          "y": {"from": "1 mg", "to": "1 g", "count": 4, "scale": "log"}}}""").orElseThrow();
        assertThat(plan.kind()).isEqualTo("adaptive");
        assertThat(plan.design()).isInstanceOf(PhaseMap.class);
        assertThat(plan.design().size()).isEqualTo(20);
        assertThat(((PhaseMap) plan.design()).uniform()).isEqualTo(33 * 25);
        assertThat(plan.design().at(19)).containsExactly(1, 1000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'find': {'vary': 'x', 'between': [1, 2], 'phase': 'elimnation'}} | (did you mean \"elimination\"?)",
                "{'find': {'vary': 'x', 'between': [1, 2], 'phase': []}} | there is no phase",
                "{'find': {'vary': 'x', 'between': [1, 2]}} | neither of \"phase\" and \"endpoint\"",
                "{'find': {'vary': 'x', 'between': [1, 2], 'phase': 'escape', 'endpoint': 'nadir', 'below': 1}} | both of",
                "{'find': {'vary': 'x', 'between': [1, 2], 'endpoint': 'nadir'}} | an endpoint needs one limit",
                "{'find': {'vary': 'x', 'between': [1, 2], 'endpoint': 'nadir', 'below': 1, 'above': 2}} | needs one limit",
                "{'find': {'vary': 'x', 'between': [2, 1], 'phase': 'escape'}} | no interval from 2.0 to 1.0",
                "{'find': {'vary': 'x', 'between': [0, 1], 'scale': 'log', 'phase': 'escape'}} | logarithmic scale from 0",
                "{'find': {'vary': 'a.doses', 'between': [0.5, 2], 'phase': 'escape'}} | no whole numbers from 0.5",
                "{'find': {'vary': 'x', 'between': [1], 'phase': 'escape'}} | 1 values are no interval",
                "{'find': {'vary': 'x', 'between': ['1 mg', '1 d'], 'phase': 'escape'}} | does not measure the same",
                "{'find': {'between': [1, 2], 'phase': 'escape'}} | s.json:1:10: error: /find: \"vary\" is missing",
                "{'find': {'vary': 'x', 'phase': 'escape'}} | \"between\" is missing",
                "{'find': {'vary': 'x', 'between': [1, 2], 'phase': 'escape', 'rtol': 0}} | 0 is not the width of a bracket",
                "{'find': {'vary': 'x', 'between': [1, 2], 'phase': 'escape', 'scan': 1}} | at least 2",
                "{'find': {'vary': 'x', 'between': [1, 2], 'phase': 'escape', 'wanted': 'least'}} | \"least\" is not known",
                "{'find': {'vary': 'x', 'between': [1, 2], 'phase': 'escape', 'vray': 1}} | \"vray\" is not a known key",
                "{'find': 7} | 7 is not an object",
                "{'vary': {'x': [1]}, 'find': {'vary': 'x', 'between': [1, 2], 'phase': 'escape'}} | varied and to be found",
                "{'find': {'vary': 'x', 'between': [1, 2], 'phase': 'escape'}, 'keep': 'trajectories'} | \"find\" with more",
                "{'design': 'adaptive', 'vary': {'x': [1, 2], 'y': [1, 2]}} | x is no range of values",
                "{'design': 'adaptive', 'vary': {'x': {'from': 1, 'to': 2, 'count': 2}}} | an adaptive map of 1 name",
                "{'levels': 2, 'vary': {'x': [1, 2]}} | s.json:1:12: error: /levels: \"levels\" in another design",
            })
    void faultsHaveTheirPlace(String json, String message) throws IOException {
        assertThat(Read.refusedSweep(json)).anyMatch(text -> text.contains(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'find': {'vary': 'z', 'between': [1, 2], 'phase': 'escape'} | \"find\" in an adaptive map",
                "'levels': 13 | at most 12 levels",
                "'keep': 'bands' | bands over an adaptive map",
                "'levels': -1 | -1 is not a whole number of at least 0",
                "'samples': 'x', 'levels': 3 | s.json:1:13: error: /samples: ",
            })
    void faultsOfAnAdaptiveMap(String members, String message) throws IOException {
        String vary = "'vary': {'x': {'from': 1, 'to': 2, 'count': 2}, 'y': {'from': 1, 'to': 2, 'count': 2}}";
        String json = "{" + members + ", 'design': 'adaptive', " + vary + "}";
        assertThat(Read.refusedSweep(json)).singleElement().asString().contains(message);
    }

    private Optional<SweepPlan> read(String text) throws IOException {
        return Read.sweep(text, "", new Problems());
    }
}
