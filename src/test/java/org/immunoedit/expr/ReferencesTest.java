package org.immunoedit.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.immunoedit.expr.Formulas.formula;

import java.util.List;
import org.immunoedit.expr.Expr.Fold;
import org.immunoedit.expr.Expr.Many;
import org.immunoedit.expr.Expr.Reference;
import org.junit.jupiter.api.Test;

class ReferencesTest {
    @Test
    void findsNamesInOrder() {
        References references = References.in(formula("b + a*exp(b) - if(c < d, e, f(g))^-h + T[k - 1]"));
        assertThat(references.names()).containsExactly("b", "a", "c", "d", "e", "g", "h", "T", "k");
        assertThat(references.time()).isFalse();
    }

    @Test
    void findsTime() {
        assertThat(References.in(formula("a + time")).time()).isTrue();
        assertThat(References.in(formula("sum(i, time)")).time()).isTrue();
    }

    @Test
    void aBoundIndexIsNoDependency() {
        assertThat(References.in(formula("sum(i, mu[i,j]*T[i]) + prod(j, j)")).names())
                .containsExactly("mu", "j", "T");
        assertThat(References.in(formula("i + sum(i, i)")).names()).containsExactly("i");
    }

    @Test
    void aRewriteThatChangesNothingReturnsTheSameObject() {
        for (int seed = 0; seed < 500; seed++) {
            Expr expr = new RandomFormulas(seed, false).number(5);
            assertThat(new Rewrite() {}.of(expr)).isSameAs(expr);
        }
        Many many = new Many(Fold.SUM, List.of(formula("a"), formula("b")));
        assertThat(new Rewrite() {}.of(many)).isSameAs(many);
    }

    @Test
    void aRewriteReachesEveryNode() {
        Rewrite rename = new Rewrite() {
            @Override
            public Expr reference(Reference node) {
                return new Reference(node.name() + "_", all(node.indices()), node.at());
            }
        };
        Expr before = formula("-a + if(b < c and not d > e or f == 1, g, h(k, T[m - 1])) + max(n, sum(i, o))^p");
        Expr after =
                formula("-a_ + if(b_ < c_ and not d_ > e_ or f_ == 1, g_, h(k_, T_[m_ - 1])) + max(n_, sum(i, o_))^p_");
        assertThat(rename.of(before)).isEqualTo(after);
        Many many = new Many(Fold.SUM, List.of(formula("a"), formula("1")));
        assertThat(rename.of(many)).isEqualTo(new Many(Fold.SUM, List.of(formula("a_"), formula("1"))));
    }
}
