package org.immunoedit.compile;

import java.util.Arrays;
import java.util.List;

/**
 * The division of a body into methods that HotSpot compiles: it leaves a method of more than 8,000 bytes of bytecode to
 * the interpreter for ever. Statements of the outermost region are cut into runs; a value that a later run needs is put
 * into the thread's working array too: an array per call would be garbage in every step, and arguments are limited to
 * 255 slots.
 */
final class Parts {
    /**
     * Upper bound for the bytes of one method if each index fits into a short; at most 2.2 times as many if not. Longer
     * methods would still be below HotSpot's limit, but its optimizer gives up on some of 2,500 bytes in one block
     * ("increase MaxLabelRootDepth").
     */
    private static final int LONGEST = 3600;

    private final Schedule schedule;
    private final Graph graph;
    private final Ints statements;
    private final List<Repeat> repeats;
    private final Ints ends = new Ints();
    private final int[] partOf;
    private final int[] sharedOf;
    private int shared;

    Parts(Plan plan) {
        schedule = plan.body();
        graph = schedule.graph();
        statements = plan.regions().statements(Regions.OUTERMOST);
        repeats = Repeats.of(plan, LONGEST);
        partOf = new int[graph.size()];
        sharedOf = new int[graph.size()];
        Arrays.fill(partOf, -1);
        Arrays.fill(sharedOf, -1);
        divide(plan);
        share();
    }

    /** Number of methods. */
    int count() {
        return ends.size();
    }

    /** What a part does, in order. */
    List<Repeat> repeats(int part) {
        return repeats.subList(start(part), ends.get(part));
    }

    private int start(int part) {
        return part == 0 ? 0 : ends.get(part - 1);
    }

    /** Number of values shared by parts. */
    int shared() {
        return shared;
    }

    /** Place in the working array of a value that other parts need, −1 for others. */
    int sharedOf(int node) {
        return sharedOf[node];
    }

    /** The part that computes a kept value of the outermost region. */
    int partOf(int node) {
        return partOf[node];
    }

    private void divide(Plan plan) {
        int bytes = 0;
        for (int k = 0; k < repeats.size(); k++) {
            int more = Repeats.bytes(plan, repeats.get(k));
            if (bytes > 0 && bytes + more > LONGEST) {
                ends.add(k);
                bytes = 0;
            }
            bytes += more;
            for (int i = repeats.get(k).start(); i < repeats.get(k).end(); i++) {
                if (statements.get(i) >= 0) {
                    partOf[statements.get(i)] = ends.size();
                }
            }
        }
        ends.add(repeats.size());
    }

    /** Users come after what they use: going backwards, the part of each is known before that of what it uses. */
    private void share() {
        int part = count() - 1;
        Ints order = schedule.order();
        int statement = statements.size();
        for (int i = order.size() - 1; i >= 0; i--) {
            int item = order.get(i);
            if (statement > 0 && statements.get(statement - 1) == item) {
                statement--;
                while (statement < repeats.get(start(part)).start()) {
                    part--;
                }
            }
            if (item < 0) {
                use(schedule.root(~item), part);
            } else {
                for (int k = 0; k < graph.operands(item); k++) {
                    use(graph.operand(item, k), partOf[item]);
                }
            }
        }
    }

    private void use(int node, int part) {
        if (schedule.isLeaf(node)) {
            return;
        }
        if (partOf[node] < 0) {
            partOf[node] = part;
        } else if (partOf[node] != part && sharedOf[node] < 0) {
            sharedOf[node] = shared++;
        }
    }
}
