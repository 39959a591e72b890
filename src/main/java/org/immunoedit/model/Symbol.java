package org.immunoedit.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.problem.Place;

/**
 * What a name of a model stands for.
 *
 * @param declared the first target that declared it
 * @param members scalar names by their subscripts; empty for functions and indices
 */
record Symbol(Kind kind, Reference declared, Map<List<Integer>, String> members, Place place) {
    /** Kinds of names. */
    enum Kind {
        STATE("state", "a state"),
        PARAMETER("parameter", "a parameter"),
        DEFINITION("definition", "a definition"),
        OBSERVABLE("observable", "an observable"),
        FUNCTION("function", "a function"),
        INDEX("index", "an index");

        private final String noun;
        private final String article;

        Kind(String noun, String article) {
            this.noun = noun;
            this.article = article;
        }

        String noun() {
            return noun;
        }

        /** The noun with its article. */
        String a() {
            return article;
        }
    }

    static Symbol of(Kind kind, Reference declared, Place place) {
        return new Symbol(kind, declared, new LinkedHashMap<>(), place);
    }

    String name() {
        return declared.name();
    }

    /** Number of indices. */
    int arity() {
        return declared.indices().size();
    }

    /** How it is written in a formula, e.g. {@code T[i]}. */
    String written() {
        return arity() == 0
                ? name()
                : declared.indices().stream()
                        .map(index -> index instanceof Reference r ? r.name() : "1")
                        .collect(Collectors.joining(",", name() + "[", "]"));
    }
}
