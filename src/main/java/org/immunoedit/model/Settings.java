package org.immunoedit.model;

import static org.immunoedit.model.Symbols.quoted;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.model.Numbers.Located;
import org.immunoedit.model.Symbol.Kind;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Problem;
import org.immunoedit.unit.Unit;

/** A scenario's numbers for parameters or for the starts of states. */
final class Settings {
    private final Names names;
    private final Numbers numbers;
    private final Kind kind;
    private final Map<String, Unit> units;
    private final Map<String, Located> given = new LinkedHashMap<>();

    /**
     * @param kind what is set
     * @param units of the scalar names that can be set
     */
    Settings(Names names, Kind kind, Map<String, Unit> units) {
        this.names = names;
        this.numbers = new Numbers(names);
        this.kind = kind;
        this.units = units;
    }

    /** The numbers by scalar name, the more specific setting last. */
    Map<String, Located> of(List<Setting> settings) {
        settings.stream().sorted(Comparator.comparingInt(Settings::detail)).forEach(this::set);
        return given;
    }

    /** How specific a setting is: how many of its indices are numbers. */
    private static int detail(Setting setting) {
        return (int) setting.target().indices().stream()
                .filter(index -> !(index instanceof Reference))
                .count();
    }

    private void set(Setting setting) {
        Reference target = setting.target();
        Symbol symbol = symbol(target.name());
        if (symbol == null) {
            unknown(setting);
            return;
        }
        boolean whole = target.indices().isEmpty();
        if (!whole && symbol.arity() != target.indices().size()) {
            String found = quoted(target.name()) + " is written " + symbol.written();
            names.findings().error("index", setting.place(), found, "as many indices");
        } else if (whole && setting.values() instanceof Literal literal) {
            symbol.members().values().forEach(name -> {
                double value = numbers.converted(literal, units.getOrDefault(name, Unit.ONE));
                given.put(name, new Located(value, literal.place()));
            });
        } else {
            setMembers(setting, symbol, whole ? symbol.declared().indices() : target.indices());
        }
    }

    private void setMembers(Setting setting, Symbol symbol, List<Expr> indices) {
        Reference members = new Reference(symbol.name(), indices, -1);
        String first = symbol.members().values().stream().findFirst().orElse(symbol.name());
        Unit unit = units.getOrDefault(first, Unit.ONE);
        numbers.of(members, setting.values(), unit, setting.place()).forEach((name, number) -> {
            if (units.containsKey(name)) {
                given.put(name, number);
            } else {
                String existing = symbol.members().size() + " members of " + symbol.written();
                names.findings().error("index", setting.place(), name + " does not exist", existing);
            }
        });
    }

    /** What a setting names; a parameter that an effect replaced is kept under an inner name. */
    private Symbol symbol(String name) {
        Symbol replaced = names.symbols().get(Equations.base(name));
        Symbol symbol = replaced != null ? replaced : names.symbols().get(name);
        return symbol != null && symbol.kind() == kind ? symbol : null;
    }

    private void unknown(Setting setting) {
        String name = setting.target().name();
        Symbol other = names.symbols().get(name);
        String isNot = other == null ? " is not " : " is " + other.kind().a() + ", not ";
        List<String> known = names.symbols().names(Set.of(kind));
        names.findings()
                .add(Problem.error(
                                "unknown-name",
                                setting.place(),
                                quoted(name) + isNot + kind.a() + " of the model",
                                Symbols.shortList(known))
                        .withHint(Nearest.hint(name, known)));
    }
}
