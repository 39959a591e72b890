package org.immunoedit.compile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Compares rounds of statements with the first one: the same operations on places that move by the same distance from
 * round to round, on the same values from outside, on values of the same round, or of the round before. A value of a
 * round may be used by nothing else, except that what a round hands on may be used after the last one.
 */
final class RepeatSearch {
    private final Plan plan;
    private final Schedule schedule;
    private final Graph graph;
    private final Regions regions;
    private final Ints statements;
    private final int start;
    private final int period;
    private final Map<Integer, Integer> strides = new HashMap<>();
    private final Map<Integer, Integer> rowStrides = new HashMap<>();
    private final Map<Integer, Integer> carried = new HashMap<>();
    private final Set<Integer> constant = new HashSet<>();
    private final Map<Integer, Integer> counterparts = new HashMap<>();
    private final Map<Integer, Integer> used = new HashMap<>();
    private int round;

    RepeatSearch(Plan plan, int start, int period) {
        this.plan = plan;
        this.schedule = plan.body();
        this.graph = schedule.graph();
        this.regions = plan.regions();
        this.statements = regions.statements(Regions.OUTERMOST);
        this.start = start;
        this.period = period;
    }

    /** As many rounds as there are. */
    Repeat find() {
        int most = (statements.size() - start) / period;
        if (!sameRound(0)) {
            return Repeat.once(start);
        }
        int count = 1;
        while (count < most && sameRound(count) && closed(count)) {
            count++;
        }
        return count == 1 ? Repeat.once(start) : new Repeat(start, period, count, strides, rowStrides, carried);
    }

    private boolean sameRound(int number) {
        round = number;
        counterparts.clear();
        for (int k = 0; k < period; k++) {
            if (!sameStatement(statements.get(start + k), statements.get(start + number * period + k))) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing else uses the values of a round; those of the first one are judged with the second. */
    private boolean closed(int number) {
        for (Map.Entry<Integer, Integer> pair : counterparts.entrySet()) {
            boolean handedOn = carried.containsValue(pair.getKey());
            if (!handedOn && (!allUsesSeen(pair.getValue()) || number == 1 && !allUsesSeen(pair.getKey()))) {
                return false;
            }
        }
        for (int first : carried.values()) {
            if (!allUsesSeen(before(first))) {
                return false;
            }
        }
        return true;
    }

    private boolean allUsesSeen(int node) {
        return used.getOrDefault(node, 0) == schedule.uses(node);
    }

    /** The counterpart, in the round before this one, of a statement of the first round. */
    private int before(int first) {
        return statements.get(start + (round - 1) * period + positionInFirstRound(first));
    }

    private boolean sameStatement(int first, int other) {
        if (first < 0 || other < 0) {
            return first < 0 && other < 0 && sameOutput(first, other);
        }
        counterparts.put(first, other);
        return sameComputation(first, other);
    }

    private boolean sameOutput(int first, int other) {
        Outputs outputs = plan.outputs();
        boolean samePlace = moves(strides, first, outputs.column(~other) - outputs.column(~first));
        if (samePlace && outputs.isMatrix()) {
            samePlace = moves(rowStrides, first, outputs.row(~other) - outputs.row(~first));
        }
        return samePlace && sameValue(schedule.root(~first), schedule.root(~other));
    }

    private boolean sameComputation(int first, int other) {
        Operation operation = graph.operation(first);
        if (operation != graph.operation(other)) {
            return false;
        }
        for (int k = 0; k < operation.operands(); k++) {
            boolean branch = operation == Operation.CHOICE && k > 0;
            if (branch && !sameRegion(regions.branch(first, k), regions.branch(other, k))) {
                return false;
            }
            if (!sameValue(graph.operand(first, k), graph.operand(other, k))) {
                return false;
            }
        }
        return true;
    }

    private boolean sameRegion(int first, int other) {
        Ints ours = regions.statements(first);
        Ints theirs = regions.statements(other);
        boolean same = ours.size() == theirs.size();
        for (int k = 0; same && k < ours.size(); k++) {
            same = sameStatement(ours.get(k), theirs.get(k));
        }
        return same;
    }

    private boolean sameValue(int first, int other) {
        if (schedule.isLeaf(first) || schedule.isLeaf(other)) {
            return schedule.isLeaf(first) && schedule.isLeaf(other) && sameLeaf(first, other);
        }
        if (schedule.isKept(first) || schedule.isKept(other)) {
            used.merge(other, 1, Integer::sum);
            return schedule.isKept(first) && schedule.isKept(other) && sameKept(first, other);
        }
        return sameComputation(first, other);
    }

    private boolean sameLeaf(int first, int other) {
        int from = plan.slotOf(first);
        int to = plan.slotOf(other);
        if (from >= 0 && to >= 0) {
            return moves(strides, first, to - from);
        }
        boolean states = graph.operation(first) == Operation.STATE && graph.operation(other) == Operation.STATE;
        return states ? moves(strides, first, graph.index(other) - graph.index(first)) : first == other;
    }

    /** Whether a place moves as it did in the second round, which settles how far. */
    private boolean moves(Map<Integer, Integer> known, int item, int distance) {
        if (round == 1) {
            known.putIfAbsent(item, distance);
        }
        int stride = known.getOrDefault(item, 0);
        return stride >= 0 && distance == round * stride;
    }

    private boolean sameKept(int first, int other) {
        if (counterparts.containsKey(first)) {
            return counterparts.get(first) == other;
        }
        if (round == 0) {
            return true;
        }
        if (first == other) {
            constant.add(first);
            return !carried.containsKey(first);
        }
        if (round == 1 && positionInFirstRound(other) >= 0) {
            carried.putIfAbsent(first, other);
        }
        return !constant.contains(first) && carried.containsKey(first) && before(carried.get(first)) == other;
    }

    private int positionInFirstRound(int node) {
        for (int k = 0; k < period; k++) {
            if (statements.get(start + k) == node) {
                return k;
            }
        }
        return -1;
    }
}
