package org.immunoedit.model;

import java.util.List;
import org.immunoedit.expr.Formula;
import org.immunoedit.problem.Place;

/** A function of a model, e.g. {@code hill(x, k, n)}; may use parameters, definitions and other functions. */
public record FunctionDeclaration(String name, List<String> arguments, Formula body, Place place) {
    public FunctionDeclaration {
        arguments = List.copyOf(arguments);
    }
}
