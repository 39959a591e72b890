package org.immunoedit.model;

import java.util.Optional;
import org.immunoedit.problem.Place;
import org.immunoedit.unit.Unit;

/**
 * A number as written, with its unit if one was given.
 *
 * @param unit absent for a bare number, which is in the unit declared for the place where it stands
 */
public record Literal(double value, Optional<Unit> unit, Place place) implements Values {}
