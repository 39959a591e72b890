package org.immunoedit.compile;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes a plan over lanes as a hidden class: a method for each loop, and one that calls them in turn. */
final class LaneWriter {
    private static final String SUPER = Type.getInternalName(LaneKernel.class);
    private static final String NAME = SUPER + "Code";
    private static final String EVALUATE = "([D[[D[[D[[DI)V";
    private static final String LOOP = "([D[[D[[D[[D[[DI)V";

    private LaneWriter() {}

    /** A class file with one constructor without arguments. */
    static byte[] write(Plan plan, LanePlan loops) {
        ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        type.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, NAME, null, SUPER, null);
        constructor(type);
        evaluate(type, loops.loops().size());
        for (int loop = 0; loop < loops.loops().size(); loop++) {
            MethodVisitor code = type.visitMethod(Opcodes.ACC_STATIC, "loop" + loop, LOOP, null, null);
            code.visitCode();
            new LoopWriter(code, plan, loops, loop).write();
            end(code);
        }
        type.visitEnd();
        return type.toByteArray();
    }

    private static void constructor(ClassWriter type) {
        MethodVisitor code = type.visitMethod(0, "<init>", "()V", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, SUPER, "<init>", "()V", false);
        end(code);
    }

    private static void evaluate(ClassWriter type, int loops) {
        MethodVisitor code = type.visitMethod(0, "evaluate", EVALUATE, null, null);
        code.visitCode();
        for (int loop = 0; loop < loops; loop++) {
            for (int argument = 1; argument <= 4; argument++) {
                code.visitVarInsn(Opcodes.ALOAD, argument);
            }
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, NAME, "rows", "()[[D", false);
            code.visitVarInsn(Opcodes.ILOAD, 5);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, NAME, "loop" + loop, LOOP, false);
        }
        end(code);
    }

    private static void end(MethodVisitor code) {
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
