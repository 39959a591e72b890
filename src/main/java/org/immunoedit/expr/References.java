package org.immunoedit.expr;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.immunoedit.expr.Expr.Over;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Expr.Time;

/**
 * What a formula depends on.
 *
 * @param names in order of appearance, without indices; an index that a {@code sum} binds is not among them
 * @param time whether {@code time} occurs
 */
public record References(Set<String> names, boolean time) {
    public References {
        names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }

    /** What occurs in a formula, functions of the model not looked into. */
    public static References in(Expr expr) {
        Collector collector = new Collector();
        collector.of(expr);
        return new References(collector.names, collector.time);
    }

    private static final class Collector extends Rewrite {
        private final Set<String> names = new LinkedHashSet<>();
        private boolean time;

        @Override
        public Expr reference(Reference node) {
            names.add(node.name());
            return super.reference(node);
        }

        @Override
        public Expr time(Time node) {
            time = true;
            return node;
        }

        @Override
        public Expr over(Over node) {
            References body = in(node.body());
            time |= body.time();
            body.names().stream().filter(name -> !name.equals(node.index())).forEach(names::add);
            return node;
        }
    }
}
