package org.immunoedit.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterleavingTest {
    private final Graph graph = new Graph();
    private final List<Integer> roots = new ArrayList<>();

    /** A sum of n products of state j with what is given. */
    private int sum(int n, int factor) {
        int sum = graph.binary(Operation.MULTIPLY, graph.state(0), factor);
        for (int j = 1; j < n; j++) {
            sum = graph.binary(Operation.ADD, sum, graph.binary(Operation.MULTIPLY, graph.state(j), factor));
        }
        return sum;
    }

    private Schedule schedule() {
        return new Schedule(graph, roots.stream().mapToInt(node -> node).toArray(), true);
    }

    private int position(Schedule schedule, int node) {
        for (int k = 0; k < schedule.order().size(); k++) {
            if (schedule.order().get(k) == node) {
                return k;
            }
        }
        throw new AssertionError("node " + node + " is missing");
    }

    private void everyNodeStandsOnceAndAfterWhatItNeeds(Schedule schedule) {
        boolean[] done = new boolean[graph.size()];
        for (int k = 0; k < schedule.order().size(); k++) {
            int node = schedule.order().get(k);
            int needed = node < 0 ? 1 : graph.operands(node);
            for (int j = 0; j < needed; j++) {
                int operand = node < 0 ? schedule.root(~node) : graph.operand(node, j);
                assertThat(done[operand] || schedule.isLeaf(operand)).isTrue();
            }
            if (node >= 0) {
                assertThat(done[node]).isFalse();
                done[node] = true;
            }
        }
        assertThat(roots).allMatch(root -> done[root]);
    }

    private boolean interleaved(Schedule schedule, int first, int second) {
        Chains chains = new Chains(graph, schedule.order(), true);
        int beforeFirst = chains.before(first);
        int beforeSecond = chains.before(second);
        return position(schedule, beforeFirst) < position(schedule, second)
                && position(schedule, beforeSecond) < position(schedule, first);
    }

    @Test
    void sumsThatDoNotNeedEachOtherStandSideBySide() {
        int a = sum(30, graph.state(40));
        int b = sum(30, graph.state(41));
        roots.add(graph.unary(Operation.SIN, a));
        roots.add(graph.unary(Operation.SIN, b));
        Schedule schedule = schedule();
        everyNodeStandsOnceAndAfterWhatItNeeds(schedule);
        assertThat(interleaved(schedule, a, b)).isTrue();
    }

    @Test
    void aSumThatNeedsAnotherWaitsForIt() {
        int a = sum(30, graph.state(40));
        int b = sum(30, graph.unary(Operation.SIN, a));
        int c = sum(30, graph.state(41));
        roots.addAll(List.of(a, b, c));
        Schedule schedule = schedule();
        everyNodeStandsOnceAndAfterWhatItNeeds(schedule);
        assertThat(interleaved(schedule, a, b)).isFalse();
        assertThat(interleaved(schedule, a, c) || interleaved(schedule, b, c)).isTrue();
    }

    @Test
    void sumsOfOtherLengthsAreLeftAlone() {
        int a = sum(30, graph.state(40));
        int b = sum(31, graph.state(41));
        roots.addAll(List.of(a, b));
        Schedule schedule = schedule();
        everyNodeStandsOnceAndAfterWhatItNeeds(schedule);
        assertThat(interleaved(schedule, a, b)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomSumsOfSums(int seed) {
        Random random = new Random(seed);
        List<Integer> known = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            known.add(graph.state(50 + k));
        }
        for (int k = 0; k < 30; k++) {
            int factor = known.get(random.nextInt(known.size()));
            int sum = sum(random.nextInt(4) == 0 ? 25 : 20, graph.unary(Operation.SIN, factor));
            known.add(sum);
            if (random.nextInt(3) == 0) {
                roots.add(sum);
            }
        }
        roots.add(known.get(known.size() - 1));
        everyNodeStandsOnceAndAfterWhatItNeeds(schedule());
    }
}
