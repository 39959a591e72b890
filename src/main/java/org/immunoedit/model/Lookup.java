package org.immunoedit.model;

import static org.immunoedit.model.Symbols.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Printer;
import org.immunoedit.model.Symbol.Kind;

/** Finds the scalar that a name in a formula means; what is wrong with the name is told, and a 0 stands in. */
record Lookup(Names names, Scope scope) {
    /**
     * The member.
     *
     * @param indices of the reference, expanded
     */
    Expr member(Reference node, List<Expr> indices) {
        Symbol symbol = names.symbols().get(node.name());
        if (symbol == null) {
            names.symbols().unknown(node.name(), scope.at(node.at()), scope.usable(), visible());
            return Num.ZERO;
        }
        if (!scope.usable().contains(symbol.kind())) {
            return unusable(node, symbol.kind());
        }
        if (symbol.arity() != indices.size()) {
            String what = indices.isEmpty() ? " is a family" : " has " + counted(symbol.arity());
            return fault("index", node, quoted(node.name()) + what, symbol.written());
        }
        List<Integer> subscripts = new ArrayList<>();
        for (Expr index : indices) {
            OptionalDouble value = Constants.value(index);
            if (value.isEmpty() || value.getAsDouble() != Math.rint(value.getAsDouble())) {
                return notWhole(node, value);
            }
            subscripts.add((int) value.getAsDouble());
        }
        String member = symbol.members().get(subscripts);
        return member == null
                ? fault("index", node, Indices.name(node.name(), subscripts) + " does not exist", existing(symbol))
                : new Reference(member, List.of(), scope.offset(node.at()));
    }

    private Expr fault(String code, Reference node, String found, String expected) {
        names.findings().error(code, scope.at(node.at()), found, expected);
        return Num.ZERO;
    }

    private List<String> visible() {
        List<String> visible = new ArrayList<>(scope.arguments().keySet());
        visible.addAll(scope.bindings().keySet());
        return visible;
    }

    private Expr unusable(Reference node, Kind kind) {
        String name = node.name();
        if (kind == Kind.INDEX) {
            String inTarget = "in the formula of a target such as T[" + name + "]";
            String expected = "it inside sum(" + name + ", …) or " + inTarget;
            return fault("index", node, "index " + name + " has no value here", expected);
        }
        if (kind == Kind.FUNCTION) {
            String call =
                    name + "(" + String.join(", ", names.functions().get(name).arguments()) + ")";
            return fault("formula", node, quoted(name) + " is a function", call);
        }
        String usable = scope.usable().stream().map(k -> k.noun() + "s").collect(Collectors.joining(", "));
        return fault(
                "formula", node, quoted(name) + " is " + kind.a() + ", which cannot be used here", usable + " only");
    }

    private Expr notWhole(Reference node, OptionalDouble value) {
        String what = value.isEmpty() ? " is not known before the run" : " is " + Printer.number(value.getAsDouble());
        String found = "an index of " + quoted(node.name()) + what;
        return fault("index", node, found, "a whole number made of indices and numbers");
    }

    private static String counted(int indices) {
        return indices == 0 ? "no index" : indices == 1 ? "one index" : indices + " indices";
    }

    private static String existing(Symbol symbol) {
        List<String> members = List.copyOf(symbol.members().values());
        int last = members.size() - 1;
        return last < 0 ? "" : last == 0 ? members.get(0) : members.get(0) + " to " + members.get(last);
    }
}
