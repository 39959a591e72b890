package org.immunoedit.model;

import java.util.Optional;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.problem.Place;
import org.immunoedit.unit.Unit;

/**
 * An agent that a model itself declares: its doses go straight into a state.
 *
 * @param unit of its amounts; absent means the unit of the state
 */
public record AgentDeclaration(String name, Reference into, Optional<Unit> unit, String about, Place place) {}
