package org.immunoedit.compile;

import java.lang.invoke.MethodHandles;
import org.immunoedit.compile.PartWriter.Variables;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes a plan as a hidden class of straight-line code. A hidden class is unloaded with its last kernel, and cannot
 * clash with the class of another model.
 */
final class KernelWriter {
    private static final String SUPER = Type.getInternalName(Kernel.class);
    private static final String NAME = SUPER + "Code";
    private static final String EVALUATE = "(D[D[DLjava/lang/Object;)V";

    private final Plan plan;
    private final Parts parts;
    private final String out;
    private final ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_FRAMES);

    private KernelWriter(Plan plan) {
        this.plan = plan;
        parts = new Parts(plan);
        out = plan.outputs().isMatrix() ? "[[D" : "[D";
    }

    /** A class file with one constructor without arguments. */
    static byte[] write(Plan plan) {
        return new KernelWriter(plan).write();
    }

    /** A kernel of this plan, whose outputs are an array or rows as the plan has it. */
    static <O> Kernel<O> kernel(Plan plan) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClass(write(plan), true);
            @SuppressWarnings("unchecked") // the plan's outputs and O are chosen together in Routine
            Kernel<O> kernel =
                    (Kernel<O>) lookup.lookupClass().getDeclaredConstructor().newInstance();
            return kernel;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("generated code was refused", e);
        }
    }

    private byte[] write() {
        type.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, NAME, null, SUPER, null);
        constructor();
        MethodVisitor code = type.visitMethod(0, "evaluate", EVALUATE, null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 5);
        code.visitTypeInsn(Opcodes.CHECKCAST, out);
        code.visitVarInsn(Opcodes.ASTORE, 6);
        int[] variableOf = new int[plan.body().graph().size()];
        if (parts.count() == 1) {
            new PartWriter(code, plan, parts, new Variables(1, 3, 4, 6, 7, 8), variableOf).write(0);
        } else {
            callParts(code);
        }
        end(code);
        for (int part = 0; part < parts.count() && parts.count() > 1; part++) {
            MethodVisitor method = type.visitMethod(Opcodes.ACC_STATIC, "part" + part, signature(), null, null);
            method.visitCode();
            new PartWriter(method, plan, parts, new Variables(0, 2, 3, 4, 5, 6), variableOf).write(part);
            end(method);
        }
        type.visitEnd();
        return type.toByteArray();
    }

    private String signature() {
        return "(D[D[D" + out + "[D)V";
    }

    private void callParts(MethodVisitor code) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, NAME, "scratch", "()[D", false);
        code.visitVarInsn(Opcodes.ASTORE, 7);
        for (int part = 0; part < parts.count(); part++) {
            code.visitVarInsn(Opcodes.DLOAD, 1);
            code.visitVarInsn(Opcodes.ALOAD, 3);
            code.visitVarInsn(Opcodes.ALOAD, 4);
            code.visitVarInsn(Opcodes.ALOAD, 6);
            code.visitVarInsn(Opcodes.ALOAD, 7);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, NAME, "part" + part, signature(), false);
        }
    }

    private void constructor() {
        MethodVisitor code = type.visitMethod(0, "<init>", "()V", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        ExpressionWriter.push(code, parts.shared());
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, SUPER, "<init>", "(I)V", false);
        end(code);
    }

    private static void end(MethodVisitor code) {
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
