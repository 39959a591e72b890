package org.immunoedit.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Where each kept value of a {@link Schedule} is computed: in the outermost region, or in the branch of a choice
 * outside of which nothing needs it, so that a branch not taken costs nothing. A region is a list of statements: a node
 * to compute or {@code ~k} for root k to be written.
 *
 * <p>A branch too long for one method is computed outside of its choice: only the outermost region can be divided. Its
 * value is the same, since arithmetic on numbers has no other effect.
 */
final class Regions {
    /** The region that is always computed. */
    static final int OUTERMOST = 0;
    /** Bytes of bytecode up to which a choice is one statement. */
    private static final int LONGEST_CHOICE = 3000;
    /** Bytes that keep a value: into a variable and into memory shared by methods. */
    private static final int KEEP = 12;

    private final Schedule schedule;
    private final Graph graph;
    private final BitSet eager = new BitSet();
    private int[] regionOf;
    private int[] branches;
    private Ints parents;
    private Ints depths;
    private int[] bytes;
    private List<Ints> statements;

    Regions(Schedule schedule) {
        this.schedule = schedule;
        this.graph = schedule.graph();
        do {
            place();
            collect();
        } while (markLongChoices());
    }

    /** What a region computes, in order. */
    Ints statements(int region) {
        return statements.get(region);
    }

    /** The region of a choice's branch, 1 or 2; empty where the branch is computed outside. */
    int branch(int choice, int k) {
        return branches[choice] + k - 1;
    }

    /** Upper bound for the bytes of bytecode of a statement. */
    int bytes(int statement) {
        if (statement < 0) {
            return KEEP + schedule.cost(schedule.root(~statement));
        }
        int sum = schedule.bytes(statement) + KEEP;
        if (graph.operation(statement) == Operation.CHOICE) {
            sum += KEEP + bytes[branch(statement, 1)] + bytes[branch(statement, 2)];
        }
        return sum;
    }

    /** Users come after what they use, so going backwards each region is final before it is needed. */
    private void place() {
        regionOf = new int[graph.size()];
        Arrays.fill(regionOf, -1);
        branches = new int[graph.size()];
        parents = new Ints();
        depths = new Ints();
        open(-1, 0);
        Ints order = schedule.order();
        for (int i = order.size() - 1; i >= 0; i--) {
            int item = order.get(i);
            if (item < 0) {
                use(schedule.root(~item), OUTERMOST);
            } else {
                placeOperands(item);
            }
        }
    }

    private void placeOperands(int node) {
        int region = regionOf[node];
        boolean choice = graph.operation(node) == Operation.CHOICE;
        if (choice) {
            branches[node] = open(region, depths.get(region) + 1);
            open(region, depths.get(region) + 1);
        }
        for (int k = 0; k < graph.operands(node); k++) {
            boolean lazy = choice && k > 0 && !eager.get(node);
            use(graph.operand(node, k), lazy ? branch(node, k) : region);
        }
    }

    private int open(int parent, int depth) {
        parents.add(parent);
        depths.add(depth);
        return parents.size() - 1;
    }

    private void use(int node, int region) {
        int before = regionOf[node];
        regionOf[node] = before < 0 ? region : common(before, region);
    }

    private int common(int a, int b) {
        int left = a;
        int right = b;
        while (left != right) {
            if (depths.get(left) >= depths.get(right)) {
                left = parents.get(left);
            } else {
                right = parents.get(right);
            }
        }
        return left;
    }

    private void collect() {
        bytes = new int[parents.size()];
        statements = new ArrayList<>(parents.size());
        for (int region = 0; region < parents.size(); region++) {
            statements.add(new Ints());
        }
        Ints order = schedule.order();
        for (int i = 0; i < order.size(); i++) {
            int item = order.get(i);
            if (item < 0 || schedule.isKept(item)) {
                int region = item < 0 ? OUTERMOST : regionOf[item];
                statements.get(region).add(item);
                bytes[region] += bytes(item);
            }
        }
    }

    private boolean markLongChoices() {
        boolean found = false;
        Ints order = schedule.order();
        for (int i = 0; i < order.size(); i++) {
            int item = order.get(i);
            boolean choice = item >= 0 && graph.operation(item) == Operation.CHOICE;
            if (choice && !eager.get(item) && bytes(item) > LONGEST_CHOICE) {
                eager.set(item);
                found = true;
            }
        }
        return found;
    }
}
