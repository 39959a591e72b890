package org.immunoedit.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts names in an order in which each comes after those it needs, otherwise as they stand.
 *
 * @param sorted all names
 * @param cycles paths that end where they began, e.g. {@code a, b, a}
 * @param tangled names on a cycle
 */
record Ordering(List<String> sorted, List<List<String>> cycles, Set<String> tangled) {
    private record Visit(String name, Iterator<String> open) {}

    /** Orders the keys; needs that are not keys are passed over. Depth first with its own stack: chains may be long. */
    static Ordering of(Map<String, ? extends Set<String>> needs) {
        Ordering ordering = new Ordering(new ArrayList<>(), new ArrayList<>(), new HashSet<>());
        Map<String, Boolean> done = new HashMap<>();
        for (String root : needs.keySet()) {
            if (!done.containsKey(root)) {
                ordering.visit(root, needs, done);
            }
        }
        return ordering;
    }

    private void visit(String root, Map<String, ? extends Set<String>> needs, Map<String, Boolean> done) {
        Deque<Visit> path = new ArrayDeque<>();
        enter(root, path, needs, done);
        while (!path.isEmpty()) {
            Visit top = path.getLast();
            if (!top.open().hasNext()) {
                path.removeLast();
                done.put(top.name(), true);
                sorted.add(top.name());
                continue;
            }
            String next = top.open().next();
            Boolean state = done.get(next);
            if (state == null && needs.containsKey(next)) {
                enter(next, path, needs, done);
            } else if (Boolean.FALSE.equals(state)) {
                cycle(next, path);
            }
        }
    }

    private static void enter(
            String name, Deque<Visit> path, Map<String, ? extends Set<String>> needs, Map<String, Boolean> done) {
        done.put(name, false);
        path.addLast(new Visit(name, needs.get(name).iterator()));
    }

    private void cycle(String again, Deque<Visit> path) {
        List<String> cycle = new ArrayList<>();
        for (Visit visit : path) {
            if (!cycle.isEmpty() || visit.name().equals(again)) {
                cycle.add(visit.name());
            }
        }
        tangled.addAll(cycle);
        cycle.add(again);
        cycles.add(List.copyOf(cycle));
    }
}
