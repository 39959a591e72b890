package org.immunoedit.model;

import org.immunoedit.problem.Place;
import org.immunoedit.unit.Unit;

/** An additive input through which agents act on a model; 0 when nothing acts. */
public record Hook(String name, Unit unit, String about, Place place) {}
