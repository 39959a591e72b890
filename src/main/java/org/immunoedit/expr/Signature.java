package org.immunoedit.expr;

import java.util.List;
import java.util.Objects;

/** Name and arguments of a function of a model, e.g. {@code hill(x, k, n)}. */
public record Signature(String name, List<String> arguments) {
    public Signature {
        Objects.requireNonNull(name, "name");
        arguments = List.copyOf(arguments);
    }
}
