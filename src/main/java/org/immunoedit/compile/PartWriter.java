package org.immunoedit.compile;

import org.immunoedit.expr.Arithmetic;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the bytecode of one part: each statement leaves its value in a variable, the working array or the output. */
final class PartWriter {
    private static final String MATH = "java/lang/Math";
    private static final String ARITHMETIC = Type.getInternalName(Arithmetic.class);

    private final MethodVisitor code;
    private final Plan plan;
    private final Schedule schedule;
    private final Graph graph;
    private final Parts parts;
    private final Variables variables;
    private final int[] variableOf;
    private int part;
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
        this.plan = plan;
        this.schedule = plan.body();
        this.graph = schedule.graph();
        this.parts = parts;
        this.variables = variables;
        this.variableOf = variableOf;
        free = variables.free();
    }

    /** Writes all statements of a part. */
    void write(int number) {
        part = number;
        Ints statements = plan.regions().statements(Regions.OUTERMOST);
        int end = parts.start(number + 1);
        for (int k = parts.start(number); k < end; k++) {
            statement(statements.get(k));
        }
    }

    private void region(int region) {
        Ints statements = plan.regions().statements(region);
        for (int k = 0; k < statements.size(); k++) {
            statement(statements.get(k));
        }
    }

    private void statement(int statement) {
        if (statement < 0) {
            output(~statement);
            return;
        }
        if (graph.operation(statement) == Operation.CHOICE) {
            choose(statement);
        } else {
            compute(statement);
        }
        variableOf[statement] = free;
        code.visitVarInsn(Opcodes.DSTORE, free);
        int shared = parts.sharedOf(statement);
        if (shared >= 0) {
            code.visitVarInsn(Opcodes.ALOAD, variables.scratch());
            push(shared);
            code.visitVarInsn(Opcodes.DLOAD, free);
            code.visitInsn(Opcodes.DASTORE);
        }
        free += 2;
    }

    private void output(int k) {
        Outputs outputs = plan.outputs();
        code.visitVarInsn(Opcodes.ALOAD, variables.out());
        if (outputs.isMatrix()) {
            push(outputs.row(k));
            code.visitInsn(Opcodes.AALOAD);
        }
        push(outputs.column(k));
        value(schedule.root(k));
        code.visitInsn(Opcodes.DASTORE);
    }

    /** Variables of a branch are free again after it. */
    private void choose(int node) {
        Label otherwise = new Label();
        Label end = new Label();
        int before = free;
        jump(graph.operand(node, 0), false, otherwise);
        region(plan.regions().branch(node, 1));
        value(graph.operand(node, 1));
        code.visitJumpInsn(Opcodes.GOTO, end);
        free = before;
        code.visitLabel(otherwise);
        region(plan.regions().branch(node, 2));
        value(graph.operand(node, 2));
        code.visitLabel(end);
        free = before;
    }

    /** Puts the value of a node on the stack. */
    private void value(int node) {
        if (plan.slotOf(node) >= 0) {
            element(variables.slots(), plan.slotOf(node));
        } else if (schedule.isLeaf(node)) {
            leaf(node);
        } else if (!schedule.isKept(node)) {
            compute(node);
        } else if (parts.sharedOf(node) >= 0 && parts.partOf(node) != part) {
            element(variables.scratch(), parts.sharedOf(node));
        } else {
            code.visitVarInsn(Opcodes.DLOAD, variableOf[node]);
        }
    }

    private void leaf(int node) {
        switch (graph.operation(node)) {
            case TIME -> code.visitVarInsn(Opcodes.DLOAD, variables.time());
            case STATE -> element(variables.states(), graph.index(node));
            default -> constant(node);
        }
    }

    private void constant(int node) {
        if (graph.is(node, 0)) {
            code.visitInsn(Opcodes.DCONST_0);
        } else if (graph.is(node, 1)) {
            code.visitInsn(Opcodes.DCONST_1);
        } else {
            code.visitLdcInsn(graph.value(node));
        }
    }

    private void element(int array, int index) {
        code.visitVarInsn(Opcodes.ALOAD, array);
        push(index);
        code.visitInsn(Opcodes.DALOAD);
    }

    private void compute(int node) {
        Operation operation = graph.operation(node);
        if (operation.isTruth()) {
            truth(node);
            return;
        }
        value(graph.operand(node, 0));
        if (operation.operands() == 2) {
            value(graph.operand(node, 1));
        }
        switch (operation) {
            case NEGATE -> code.visitInsn(Opcodes.DNEG);
            case ADD -> code.visitInsn(Opcodes.DADD);
            case SUBTRACT -> code.visitInsn(Opcodes.DSUB);
            case MULTIPLY -> code.visitInsn(Opcodes.DMUL);
            case DIVIDE -> code.visitInsn(Opcodes.DDIV);
            case POWER, LOG2 -> call(ARITHMETIC, operation);
            default -> call(MATH, operation);
        }
    }

    private void call(String owner, Operation operation) {
        String type = operation.operands() == 1 ? "(D)D" : "(DD)D";
        code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, operation.method(), type, false);
    }

    private void truth(int node) {
        Label otherwise = new Label();
        Label end = new Label();
        test(node, false, otherwise);
        code.visitInsn(Opcodes.DCONST_1);
        code.visitJumpInsn(Opcodes.GOTO, end);
        code.visitLabel(otherwise);
        code.visitInsn(Opcodes.DCONST_0);
        code.visitLabel(end);
    }

    /** Jumps if the truth of a node is {@code when}, else goes on. */
    private void jump(int node, boolean when, Label target) {
        if (!schedule.isLeaf(node) && !schedule.isKept(node)) {
            test(node, when, target);
            return;
        }
        value(node);
        code.visitInsn(Opcodes.DCONST_0);
        code.visitInsn(Opcodes.DCMPL);
        code.visitJumpInsn(when ? Opcodes.IFNE : Opcodes.IFEQ, target);
    }

    /** Jumps by what a node says, whether or not its value is kept. */
    private void test(int node, boolean when, Label target) {
        Operation operation = graph.operation(node);
        switch (operation) {
            case NOT -> jump(graph.operand(node, 0), !when, target);
            case AND, OR -> connective(node, when, target);
            default -> relation(node, when, target);
        }
    }

    /** One operand may settle it: a false one of {@code and}, a true one of {@code or}. */
    private void connective(int node, boolean when, Label target) {
        boolean settling = graph.operation(node) == Operation.OR;
        int left = graph.operand(node, 0);
        int right = graph.operand(node, 1);
        if (when == settling) {
            jump(left, settling, target);
            jump(right, when, target);
        } else {
            Label settled = new Label();
            jump(left, settling, settled);
            jump(right, when, target);
            code.visitLabel(settled);
        }
    }

    /** The comparison is chosen so that NaN makes every relation false, except "not equal". */
    private void relation(int node, boolean when, Label target) {
        value(graph.operand(node, 0));
        value(graph.operand(node, 1));
        Operation operation = graph.operation(node);
        boolean less = operation == Operation.LESS || operation == Operation.LESS_OR_EQUAL;
        code.visitInsn(less ? Opcodes.DCMPG : Opcodes.DCMPL);
        int opcode = switch (operation) {
            case LESS -> when ? Opcodes.IFLT : Opcodes.IFGE;
            case LESS_OR_EQUAL -> when ? Opcodes.IFLE : Opcodes.IFGT;
            case GREATER -> when ? Opcodes.IFGT : Opcodes.IFLE;
            case GREATER_OR_EQUAL -> when ? Opcodes.IFGE : Opcodes.IFLT;
            case EQUAL -> when ? Opcodes.IFEQ : Opcodes.IFNE;
            default -> when ? Opcodes.IFNE : Opcodes.IFEQ;
        };
        code.visitJumpInsn(opcode, target);
    }

    private void push(int value) {
        push(code, value);
    }

    /** Puts a number ≥ 0 on the stack; a large one is computed, since constants of a class are limited. */
    static void push(MethodVisitor code, int value) {
        if (value <= 5) {
            code.visitInsn(Opcodes.ICONST_0 + value);
        } else if (value <= Byte.MAX_VALUE) {
            code.visitIntInsn(Opcodes.BIPUSH, value);
        } else if (value <= Short.MAX_VALUE) {
            code.visitIntInsn(Opcodes.SIPUSH, value);
        } else {
            code.visitIntInsn(Opcodes.SIPUSH, value >>> 15);
            code.visitIntInsn(Opcodes.BIPUSH, 15);
            code.visitInsn(Opcodes.ISHL);
            code.visitIntInsn(Opcodes.SIPUSH, value & Short.MAX_VALUE);
            code.visitInsn(Opcodes.IOR);
        }
    }
}
