package org.immunoedit.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Names;
import org.immunoedit.model.Symbol.Kind;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;

/** All names of a model, each with one meaning. */
final class Symbols {
    /** A longer list of names does not help the reader. */
    private static final int SHORT_LIST = 12;

    private final Map<String, Symbol> byName = new LinkedHashMap<>();
    private final Indices indices;
    private final Findings findings;

    private Symbols(Indices indices, Findings findings) {
        this.indices = indices;
        this.findings = findings;
    }

    /** Collects the names of a model; clashes are reported. */
    static Symbols of(Model model, Indices indices, Findings findings) {
        Symbols symbols = new Symbols(indices, findings);
        Place indexPlace = model.place().child("indices");
        indices.sizes().keySet().forEach(name -> symbols.name(Kind.INDEX, name, indexPlace.child(name)));
        model.states().forEach(s -> symbols.family(Kind.STATE, s.target(), s.place()));
        model.parameters().forEach(p -> symbols.family(Kind.PARAMETER, p.target(), p.place()));
        model.functions().forEach(f -> symbols.name(Kind.FUNCTION, f.name(), f.place()));
        model.definitions().forEach(d -> symbols.family(Kind.DEFINITION, d.target(), d.place()));
        model.hooks().forEach(h -> symbols.family(Kind.DEFINITION, Reference.to(h.name()), h.place()));
        model.observables().forEach(o -> symbols.family(Kind.OBSERVABLE, o.target(), o.place()));
        return symbols;
    }

    private void name(Kind kind, String name, Place place) {
        if (free(kind, name, place)) {
            byName.put(name, Symbol.of(kind, Reference.to(name), place));
        }
    }

    private void family(Kind kind, Reference target, Place place) {
        Symbol known = byName.get(target.name());
        boolean further = known != null
                && known.kind() == kind
                && known.arity() == target.indices().size()
                && known.arity() > 0;
        if (!further && !free(kind, target.name(), place)) {
            return;
        }
        Symbol symbol = further ? known : Symbol.of(kind, target, place);
        byName.putIfAbsent(target.name(), symbol);
        for (Indices.Member member : indices.members(target, place, findings)) {
            if (symbol.members().put(member.subscripts(), member.name()) != null) {
                findings.error(
                        "duplicate", place, kind.noun() + " " + member.name() + " is declared twice", "one of them");
            }
        }
    }

    private boolean free(Kind kind, String name, Place place) {
        if (isWord(name)) {
            findings.error("duplicate", place, quoted(name) + " is a word of the formula language", "another name");
            return false;
        }
        Symbol known = byName.get(name);
        if (known != null) {
            String found = known.kind() == kind
                    ? kind.noun() + " " + name + " is declared twice"
                    : quoted(name) + " is already " + known.kind().a();
            findings.error("duplicate", place, found, "another name");
        }
        return known == null;
    }

    /** The meaning of a name, null when it has none. */
    Symbol get(String name) {
        return byName.get(name);
    }

    /** The names of some kinds, in the order of the document; the program's own names are left out. */
    List<String> names(Set<Kind> kinds) {
        return byName.values().stream()
                .filter(symbol -> kinds.contains(symbol.kind()))
                .map(symbol -> Equations.spoken(symbol.name()))
                .filter(name -> name.indexOf('(') < 0)
                .distinct()
                .toList();
    }

    /** Reports a name that means nothing. */
    void unknown(String name, Place place, Set<Kind> usable, Collection<String> further) {
        Set<Kind> kinds = usable.isEmpty() ? EnumSet.allOf(Kind.class) : usable;
        List<String> known = new ArrayList<>(further);
        known.addAll(names(kinds));
        findings.add(Problem.error("unknown-name", place, quoted(name) + " is not known", shortList(known))
                .withHint(Nearest.hint(name, known)));
    }

    static String shortList(List<String> names) {
        return names.isEmpty() || names.size() > SHORT_LIST ? "" : "one of " + String.join(", ", names);
    }

    static boolean isWord(String name) {
        return Names.isKeyword(name) || Names.builtIn().contains(name) || name.equals("log");
    }

    static String quoted(String name) {
        return '"' + name + '"';
    }
}
