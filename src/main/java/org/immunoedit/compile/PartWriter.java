package org.immunoedit.compile;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes the bytecode of one part: each statement leaves its value in a variable, the working array or the output. */
final class PartWriter {
    private final MethodVisitor code;
    private final Schedule schedule;
    private final Graph graph;
    private final Regions regions;
    private final Parts parts;
    private final Variables variables;
    private final ExpressionWriter expressions;
    private int free;

    /** Which local variables hold the arguments; those from {@code free} on are free. */
    record Variables(int time, int states, int slots, int out, int scratch, int free) {}

    /**
     * For the code of one method.
     *
     * @param variableOf working memory: one number per node of the graph
     */
    PartWriter(MethodVisitor code, Plan plan, Parts parts, Variables variables, int[] variableOf) {
        this.code = code;
        this.schedule = plan.body();
        this.graph = schedule.graph();
        this.regions = plan.regions();
        this.parts = parts;
        this.variables = variables;
        expressions = new ExpressionWriter(code, plan, parts, variables, variableOf);
        free = variables.free();
    }

    /** Writes all statements of a part. */
    void write(int number) {
        expressions.enter(number);
        Ints statements = regions.statements(Regions.OUTERMOST);
        for (Repeat repeat : parts.repeats(number)) {
            if (repeat.isLoop()) {
                loop(repeat, statements);
            } else {
                statement(statements.get(repeat.start()));
            }
        }
    }

    /** What is handed on has a variable of its own, renewed at the end of each round and left with the last value. */
    private void loop(Repeat repeat, Ints statements) {
        Map<Integer, Integer> carriers = new HashMap<>();
        for (int before : repeat.carried().keySet()) {
            expressions.value(before);
            carriers.put(before, free);
            store();
        }
        int after = free;
        int counter = free++;
        Label head = new Label();
        code.visitInsn(Opcodes.ICONST_0);
        code.visitVarInsn(Opcodes.ISTORE, counter);
        code.visitLabel(head);
        expressions.enter(repeat, counter, carriers);
        for (int k = 0; k < repeat.period(); k++) {
            statement(statements.get(repeat.start() + k));
        }
        repeat.carried().forEach((before, next) -> {
            code.visitVarInsn(Opcodes.DLOAD, expressions.variableOf(next));
            code.visitVarInsn(Opcodes.DSTORE, carriers.get(before));
        });
        expressions.leave();
        code.visitIincInsn(counter, 1);
        code.visitVarInsn(Opcodes.ILOAD, counter);
        ExpressionWriter.push(code, repeat.count());
        code.visitJumpInsn(Opcodes.IF_ICMPLT, head);
        repeat.carried().forEach((before, next) -> handOn(repeat, statements, next, carriers.get(before)));
        free = after;
    }

    /** After a loop, a carrier holds the value of the last round's counterpart of a statement of the first. */
    private void handOn(Repeat repeat, Ints statements, int first, int carrier) {
        for (int k = 0; k < repeat.period(); k++) {
            if (statements.get(repeat.start() + k) == first) {
                int last = statements.get(repeat.end() - repeat.period() + k);
                expressions.keep(last, carrier);
                share(last);
            }
        }
    }

    private void region(int region) {
        Ints statements = regions.statements(region);
        for (int k = 0; k < statements.size(); k++) {
            statement(statements.get(k));
        }
    }

    private void statement(int statement) {
        if (statement < 0) {
            expressions.outputPlace(~statement);
            expressions.value(schedule.root(~statement));
            code.visitInsn(Opcodes.DASTORE);
            return;
        }
        if (graph.operation(statement) == Operation.CHOICE) {
            choose(statement);
        } else {
            expressions.compute(statement);
        }
        expressions.keep(statement, free);
        store();
        share(statement);
    }

    private void store() {
        code.visitVarInsn(Opcodes.DSTORE, free);
        free += 2;
    }

    /** Lets other parts have a value that they need. */
    private void share(int node) {
        int shared = parts.sharedOf(node);
        if (shared >= 0) {
            code.visitVarInsn(Opcodes.ALOAD, variables.scratch());
            ExpressionWriter.push(code, shared);
            code.visitVarInsn(Opcodes.DLOAD, expressions.variableOf(node));
            code.visitInsn(Opcodes.DASTORE);
        }
    }

    /** Variables of a branch are free again after it. */
    private void choose(int node) {
        Label otherwise = new Label();
        Label end = new Label();
        int before = free;
        expressions.jump(graph.operand(node, 0), false, otherwise);
        region(regions.branch(node, 1));
        expressions.value(graph.operand(node, 1));
        code.visitJumpInsn(Opcodes.GOTO, end);
        free = before;
        code.visitLabel(otherwise);
        region(regions.branch(node, 2));
        expressions.value(graph.operand(node, 2));
        code.visitLabel(end);
        free = before;
    }
}
