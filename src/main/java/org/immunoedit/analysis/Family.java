package org.immunoedit.analysis;

import org.immunoedit.ode.OdeSystem;

/** Systems that differ in the value of one parameter. */
@FunctionalInterface
public interface Family {
    /** The system for a value of the parameter (unit of the parameter). */
    OdeSystem at(double parameter);
}
