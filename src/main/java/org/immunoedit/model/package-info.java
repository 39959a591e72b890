/**
 * Layer 2: models as data. {@link org.immunoedit.model.Model} is a document as written, with indexed families;
 * {@link org.immunoedit.model.Composition} adds dosed agents and effects to it; {@link org.immunoedit.model.Expansion}
 * makes {@link org.immunoedit.model.Equations} of it, what is integrated: scalars only, every name known, definitions
 * in order. {@link org.immunoedit.model.Pruning} and {@link org.immunoedit.model.Switching} turn equations into others
 * with fewer states and without jumps. {@link org.immunoedit.model.Contributions} splits a rate into what makes a
 * quantity grow and shrink. All faults of a document are told in one go, at the column of the name that is
 * wrong.
 *
 * <p>Names that no formula can spell are the program's own: {@code input(E)} is the infusion into E, {@code base(m)}
 * the own value of a parameter that an effect replaced, {@code switch(3)} the truth of a condition.
 */
package org.immunoedit.model;
