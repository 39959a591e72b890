package org.immunoedit.compile;

import java.util.HashMap;
import java.util.Map;
import org.immunoedit.compile.PartWriter.Variables;
import org.immunoedit.expr.Arithmetic;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the bytecode of expressions: values onto the stack, conditions as jumps. */
final class ExpressionWriter {
    private static final String MATH = "java/lang/Math";
    private static final String ARITHMETIC = Type.getInternalName(Arithmetic.class);
    private static final Repeat NO_LOOP = Repeat.once(0);

    private final MethodVisitor code;
    private final Plan plan;
    private final Schedule schedule;
    private final Graph graph;
    private final Parts parts;
    private final Variables variables;
    private final int[] variableOf;
    private final Map<Integer, Integer> carrierOf = new HashMap<>();
    private Repeat loop = NO_LOOP;
    private int counter;
    private int part;

    /**
     * For the code of one method.
     *
     * @param variableOf working memory: one number per node of the graph
     */
    ExpressionWriter(MethodVisitor code, Plan plan, Parts parts, Variables variables, int[] variableOf) {
        this.code = code;
        this.plan = plan;
        this.schedule = plan.body();
        this.graph = schedule.graph();
        this.parts = parts;
        this.variables = variables;
        this.variableOf = variableOf;
    }

    /** From now on, this part is written. */
    void enter(int number) {
        part = number;
    }

    /** From now on, places move with the counter of a loop, and variables carry values from round to round. */
    void enter(Repeat repeat, int counterVariable, Map<Integer, Integer> carriers) {
        loop = repeat;
        counter = counterVariable;
        carrierOf.putAll(carriers);
    }

    /** The loop is closed. */
    void leave() {
        loop = NO_LOOP;
        carrierOf.clear();
    }

    /** The value of a node is in a variable. */
    void keep(int node, int variable) {
        variableOf[node] = variable;
    }

    /** The variable that holds the value of a node. */
    int variableOf(int node) {
        return variableOf[node];
    }

    /** Puts the array or row that output k goes to, and its index there, on the stack. */
    void outputPlace(int k) {
        Outputs outputs = plan.outputs();
        code.visitVarInsn(Opcodes.ALOAD, variables.out());
        if (outputs.isMatrix()) {
            index(outputs.row(k), loop.rowStride(~k));
            code.visitInsn(Opcodes.AALOAD);
        }
        index(outputs.column(k), loop.stride(~k));
    }

    /** Puts the value of a node on the stack. */
    void value(int node) {
        if (plan.slotOf(node) >= 0) {
            element(variables.slots(), plan.slotOf(node), loop.stride(node));
        } else if (schedule.isLeaf(node)) {
            leaf(node);
        } else if (!schedule.isKept(node)) {
            compute(node);
        } else if (carrierOf.containsKey(node)) {
            code.visitVarInsn(Opcodes.DLOAD, carrierOf.get(node));
        } else if (parts.sharedOf(node) >= 0 && parts.partOf(node) != part) {
            element(variables.scratch(), parts.sharedOf(node), 0);
        } else {
            code.visitVarInsn(Opcodes.DLOAD, variableOf[node]);
        }
    }

    private void leaf(int node) {
        switch (graph.operation(node)) {
            case TIME -> code.visitVarInsn(Opcodes.DLOAD, variables.time());
            case STATE -> element(variables.states(), graph.index(node), loop.stride(node));
            default -> constant(code, graph, node);
        }
    }

    /** Puts the value of a constant on the stack. */
    static void constant(MethodVisitor code, Graph graph, int node) {
        if (graph.is(node, 0)) {
            code.visitInsn(Opcodes.DCONST_0);
        } else if (graph.is(node, 1)) {
            code.visitInsn(Opcodes.DCONST_1);
        } else {
            code.visitLdcInsn(graph.value(node));
        }
    }

    private void element(int array, int index, int stride) {
        code.visitVarInsn(Opcodes.ALOAD, array);
        index(index, stride);
        code.visitInsn(Opcodes.DALOAD);
    }

    /** Puts an index on the stack that moves by a stride from round to round of the loop. */
    void index(int index, int stride) {
        if (stride == 0) {
            push(code, index);
            return;
        }
        code.visitVarInsn(Opcodes.ILOAD, counter);
        if (stride > 1) {
            push(code, stride);
            code.visitInsn(Opcodes.IMUL);
        }
        if (index > 0) {
            push(code, index);
            code.visitInsn(Opcodes.IADD);
        }
    }

    /** Computes a node, whether or not its value is kept; not a choice. */
    void compute(int node) {
        Operation operation = graph.operation(node);
        if (operation.isTruth()) {
            truth(node);
            return;
        }
        value(graph.operand(node, 0));
        if (operation.operands() == 2) {
            value(graph.operand(node, 1));
        }
        operate(code, operation);
    }

    /** Replaces the numbers on the stack by what an operation makes of them; not for truths and choices. */
    static void operate(MethodVisitor code, Operation operation) {
        switch (operation) {
            case NEGATE -> code.visitInsn(Opcodes.DNEG);
            case ADD -> code.visitInsn(Opcodes.DADD);
            case SUBTRACT -> code.visitInsn(Opcodes.DSUB);
            case MULTIPLY -> code.visitInsn(Opcodes.DMUL);
            case DIVIDE -> code.visitInsn(Opcodes.DDIV);
            case POWER, LOG2 -> call(code, ARITHMETIC, operation);
            default -> call(code, MATH, operation);
        }
    }

    private static void call(MethodVisitor code, String owner, Operation operation) {
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
    void jump(int node, boolean when, Label target) {
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

    private void relation(int node, boolean when, Label target) {
        value(graph.operand(node, 0));
        value(graph.operand(node, 1));
        compare(code, graph.operation(node), when, target);
    }

    /**
     * Jumps by a relation of the two numbers on the stack. The comparison is chosen so that NaN makes every relation
     * false, except "not equal".
     */
    static void compare(MethodVisitor code, Operation relation, boolean when, Label target) {
        boolean less = relation == Operation.LESS || relation == Operation.LESS_OR_EQUAL;
        code.visitInsn(less ? Opcodes.DCMPG : Opcodes.DCMPL);
        int opcode = switch (relation) {
            case LESS -> when ? Opcodes.IFLT : Opcodes.IFGE;
            case LESS_OR_EQUAL -> when ? Opcodes.IFLE : Opcodes.IFGT;
            case GREATER -> when ? Opcodes.IFGT : Opcodes.IFLE;
            case GREATER_OR_EQUAL -> when ? Opcodes.IFGE : Opcodes.IFLT;
            case EQUAL -> when ? Opcodes.IFEQ : Opcodes.IFNE;
            default -> when ? Opcodes.IFNE : Opcodes.IFEQ;
        };
        code.visitJumpInsn(opcode, target);
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
