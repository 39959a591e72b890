package org.immunoedit.ode;

/**
 * A function of the state that is one state minus a constant.
 *
 * @param state index of the state
 * @param value the constant, in the unit of the state
 */
public record Threshold(int state, double value) {}
