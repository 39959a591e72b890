package org.immunoedit.compile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes the bytecode of one loop over lanes. Rows are taken out of their arrays before the loop, and so are the
 * numbers that all lanes have in common: inside, only numbers at the same index of each row are read, all of them
 * first, and written, all of them last, which is what the JVM turns into vector instructions.
 */
final class LoopWriter {
    private static final int TIME = 0;
    private static final int STATES = 1;
    private static final int SLOTS = 2;
    private static final int OUT = 3;
    private static final int ROWS = 4;
    private static final int LANES = 5;
    private static final int LANE = 6;
    private static final int FREE = 7;

    private final MethodVisitor code;
    private final Plan plan;
    private final Schedule schedule;
    private final Graph graph;
    private final LanePlan loops;
    private final int loop;
    private final Map<Row, Integer> variables = new HashMap<>();
    private final int[] variableOf;
    private int free = FREE;

    /** A row of an argument. */
    private record Row(int argument, int index) {}

    LoopWriter(MethodVisitor code, Plan plan, LanePlan loops, int loop) {
        this.code = code;
        this.plan = plan;
        this.schedule = plan.body();
        this.graph = schedule.graph();
        this.loops = loops;
        this.loop = loop;
        variableOf = new int[graph.size()];
        Arrays.fill(variableOf, -1);
    }

    /** Writes the whole loop. */
    void write() {
        int[] items = loops.loops().get(loop);
        for (int item : items) {
            takeRows(item);
        }
        Label head = new Label();
        Label end = new Label();
        code.visitInsn(Opcodes.ICONST_0);
        code.visitVarInsn(Opcodes.ISTORE, LANE);
        code.visitLabel(head);
        code.visitVarInsn(Opcodes.ILOAD, LANE);
        code.visitVarInsn(Opcodes.ILOAD, LANES);
        code.visitJumpInsn(Opcodes.IF_ICMPGE, end);
        for (int item : items) {
            read(item);
        }
        for (int item : items) {
            if (item >= 0) {
                compute(item);
                keep(item);
            }
        }
        for (int item : items) {
            write(item);
        }
        code.visitIincInsn(LANE, 1);
        code.visitJumpInsn(Opcodes.GOTO, head);
        code.visitLabel(end);
    }

    private void takeRows(int item) {
        if (item < 0) {
            take(new Row(OUT, plan.outputs().column(~item)));
            takeRowOf(schedule.root(~item));
            return;
        }
        for (int k = 0; k < graph.operands(item); k++) {
            takeRowOf(graph.operand(item, k));
        }
        if (loops.rowOf(item) >= 0) {
            take(new Row(ROWS, loops.rowOf(item)));
        }
    }

    private void takeRowOf(int node) {
        if (isCommon(node)) {
            takeCommon(node);
        } else if (isRow(node) && !(graph.operation(node) == Operation.TIME)) {
            take(row(node));
        }
    }

    /** Whether a value is that of a slot which is the same in all lanes. */
    private boolean isCommon(int node) {
        return plan.slotOf(node) >= 0 && loops.isCommon(node);
    }

    private void takeCommon(int node) {
        if (variableOf[node] < 0) {
            code.visitVarInsn(Opcodes.ALOAD, SLOTS);
            ExpressionWriter.push(code, plan.slotOf(node));
            code.visitInsn(Opcodes.AALOAD);
            code.visitInsn(Opcodes.ICONST_0);
            code.visitInsn(Opcodes.DALOAD);
            keep(node);
        }
    }

    /** Whether a value is read from a row: given, or of another loop. */
    private boolean isRow(int node) {
        return schedule.isLeaf(node) ? !loops.isCommon(node) : loops.loopOf(node) != loop;
    }

    private boolean isConstant(int node) {
        return graph.isConstant(node) && plan.slotOf(node) < 0;
    }

    private Row row(int node) {
        if (plan.slotOf(node) >= 0) {
            return new Row(SLOTS, plan.slotOf(node));
        }
        return schedule.isLeaf(node) ? new Row(STATES, graph.index(node)) : new Row(ROWS, loops.rowOf(node));
    }

    private void take(Row row) {
        if (!variables.containsKey(row)) {
            code.visitVarInsn(Opcodes.ALOAD, row.argument());
            ExpressionWriter.push(code, row.index());
            code.visitInsn(Opcodes.AALOAD);
            code.visitVarInsn(Opcodes.ASTORE, free);
            variables.put(row, free++);
        }
    }

    /** Reads what an item needs from rows. */
    private void read(int item) {
        if (item < 0) {
            readValue(schedule.root(~item));
            return;
        }
        for (int k = 0; k < graph.operands(item); k++) {
            readValue(graph.operand(item, k));
        }
    }

    private void readValue(int node) {
        if (isRow(node) && variableOf[node] < 0) {
            if (graph.operation(node) == Operation.TIME) {
                code.visitVarInsn(Opcodes.ALOAD, TIME);
                code.visitVarInsn(Opcodes.ILOAD, LANE);
            } else {
                place(row(node));
            }
            code.visitInsn(Opcodes.DALOAD);
            keep(node);
        }
    }

    private void keep(int node) {
        code.visitVarInsn(Opcodes.DSTORE, free);
        variableOf[node] = free;
        free += 2;
    }

    private void write(int item) {
        if (item < 0) {
            write(new Row(OUT, plan.outputs().column(~item)), schedule.root(~item));
        } else if (loops.rowOf(item) >= 0) {
            write(new Row(ROWS, loops.rowOf(item)), item);
        }
    }

    private void write(Row row, int node) {
        place(row);
        value(node);
        code.visitInsn(Opcodes.DASTORE);
    }

    private void place(Row row) {
        code.visitVarInsn(Opcodes.ALOAD, variables.get(row));
        code.visitVarInsn(Opcodes.ILOAD, LANE);
    }

    private void value(int node) {
        if (isConstant(node)) {
            ExpressionWriter.constant(code, graph, node);
        } else {
            code.visitVarInsn(Opcodes.DLOAD, variableOf[node]);
        }
    }

    private void compute(int node) {
        Operation operation = graph.operation(node);
        switch (operation) {
            case CHOICE -> choose(node);
            case NOT, AND, OR -> truth(node);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> relation(node);
            default -> {
                for (int k = 0; k < operation.operands(); k++) {
                    value(graph.operand(node, k));
                }
                ExpressionWriter.operate(code, operation);
            }
        }
    }

    private void choose(int node) {
        Label otherwise = new Label();
        Label end = new Label();
        jumpIfFalse(graph.operand(node, 0), otherwise);
        value(graph.operand(node, 1));
        code.visitJumpInsn(Opcodes.GOTO, end);
        code.visitLabel(otherwise);
        value(graph.operand(node, 2));
        code.visitLabel(end);
    }

    private void truth(int node) {
        Label no = new Label();
        switch (graph.operation(node)) {
            case NOT -> jump(graph.operand(node, 0), Opcodes.IFNE, no);
            case AND -> {
                jumpIfFalse(graph.operand(node, 0), no);
                jumpIfFalse(graph.operand(node, 1), no);
            }
            default -> {
                Label yes = new Label();
                jump(graph.operand(node, 0), Opcodes.IFNE, yes);
                jumpIfFalse(graph.operand(node, 1), no);
                code.visitLabel(yes);
            }
        }
        oneOrZero(no);
    }

    private void relation(int node) {
        Label no = new Label();
        value(graph.operand(node, 0));
        value(graph.operand(node, 1));
        ExpressionWriter.compare(code, graph.operation(node), false, no);
        oneOrZero(no);
    }

    private void oneOrZero(Label no) {
        Label end = new Label();
        code.visitInsn(Opcodes.DCONST_1);
        code.visitJumpInsn(Opcodes.GOTO, end);
        code.visitLabel(no);
        code.visitInsn(Opcodes.DCONST_0);
        code.visitLabel(end);
    }

    private void jumpIfFalse(int node, Label target) {
        jump(node, Opcodes.IFEQ, target);
    }

    private void jump(int node, int opcode, Label target) {
        value(node);
        code.visitInsn(Opcodes.DCONST_0);
        code.visitInsn(Opcodes.DCMPL);
        code.visitJumpInsn(opcode, target);
    }
}
