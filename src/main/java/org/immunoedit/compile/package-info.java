/**
 * Layer 3: equations made executable.
 *
 * <p>Formulas become one value-numbered graph, so that a term is computed once however often it is written. From the
 * graph come a schedule (what is needed, in which order, inside which branch), from the schedule either a tape for an
 * interpreter that starts at once or a hidden class of straight-line bytecode; both carry out the same operations on
 * the same operands, so they agree bit for bit and may be exchanged in the middle of a run. Statements that differ only
 * in the places they read and write, as the members of a family do, become loops in bytecode, so that code does not
 * grow with the number of clones. What depends on parameters alone is computed once per set of parameters. The Jacobian
 * is made by the chain rule on the graph, with the rules of {@code expr.Derivative} for each operation, when it is
 * first asked for: its size follows the number of operations, not the length of the formulas after inserting
 * definitions.
 *
 * <p>The rates may also be compiled over lanes ({@code LaneCode}): loops that compute one short piece of the formulas
 * for several systems of a program at once, from rows of numbers that the JVM's vector instructions work on.
 */
package org.immunoedit.compile;
