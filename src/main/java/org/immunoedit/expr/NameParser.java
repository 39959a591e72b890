package org.immunoedit.expr;

import java.util.ArrayList;
import java.util.List;
import org.immunoedit.expr.Expr.Apply;
import org.immunoedit.expr.Expr.Call;
import org.immunoedit.expr.Expr.Fold;
import org.immunoedit.expr.Expr.Function;
import org.immunoedit.expr.Expr.If;
import org.immunoedit.expr.Expr.Over;
import org.immunoedit.expr.Expr.Reference;

/** Reads what begins with a name: a reference with its indices, or a call with its arguments. */
final class NameParser {
    private static final int MOST_INDICES = 2;

    private final Parser parser;
    private final Tokens tokens;

    NameParser(Parser parser) {
        this.parser = parser;
        this.tokens = parser.tokens();
    }

    Part read(Token name) throws FormulaFault {
        Token open = tokens.peek();
        if (tokens.accept("(")) {
            return call(name, open);
        }
        if (name.is("if")) {
            throw new FormulaFault(name.at(), "\"if\" has no arguments", "if(condition, then, otherwise)", "");
        }
        if (!tokens.accept("[")) {
            return Part.leaf(new Reference(name.text(), List.of(), name.at()), name.at());
        }
        List<Part> indices = arguments(open, "]");
        if (indices.isEmpty() || indices.size() > MOST_INDICES) {
            parser.report(open.at(), "\"" + name.text() + "\" has " + indices.size() + " indices", "one or two", "");
        }
        return Part.over(new Reference(name.text(), exprs(indices), name.at()), name.at(), all(indices, name));
    }

    private Part call(Token name, Token open) throws FormulaFault {
        return switch (name.text()) {
            case "if" -> choice(name, open);
            case "sum" -> over(Fold.SUM, name, open);
            case "prod" -> over(Fold.PRODUCT, name, open);
            case "log" -> throw new FormulaFault(name.at(), "\"log\" is ambiguous", "", "write ln or log10");
            default -> {
                List<Part> arguments = arguments(open, ")");
                Function function = Names.function(name.text());
                yield function == null ? apply(name, arguments) : builtIn(function, name, arguments);
            }
        };
    }

    private Part apply(Token name, List<Part> arguments) throws FormulaFault {
        if (arguments.isEmpty()) {
            parser.report(name.at(), "\"" + name.text() + "\" has no arguments", "at least one", "");
        } else if (name.is("size") && !(arguments.size() == 1 && isIndex(arguments.get(0)))) {
            parser.report(arguments.get(0).at(), "\"size\" is not asked of one index", "size(index)", "");
        }
        return Part.over(new Apply(name.text(), exprs(arguments), name.at()), name.at(), all(arguments, name));
    }

    private Part builtIn(Function function, Token name, List<Part> arguments) throws FormulaFault {
        boolean foldable = function == Function.MIN || function == Function.MAX;
        int found = arguments.size();
        if (foldable ? found < 2 : found != function.arity()) {
            String takes = foldable ? "2 or more arguments" : function.arity() == 1 ? "1 argument" : "2 arguments";
            parser.report(name.at(), "\"" + name.text() + "\" takes " + takes + ", not " + found, "", "");
            return Part.leaf(Expr.Num.ONE, name.at());
        }
        if (!foldable) {
            return Part.over(new Call(function, exprs(arguments)), name.at(), all(arguments, name));
        }
        Part folded = arguments.get(0);
        for (Part next : arguments.subList(1, found)) {
            Call call = new Call(function, List.of(folded.expr(), next.expr()));
            folded = Part.over(call, name.at(), folded, next);
        }
        return folded;
    }

    private Part choice(Token name, Token open) throws FormulaFault {
        Part condition = parser.truth();
        comma(name);
        Part then = parser.number();
        comma(name);
        Part otherwise = parser.number();
        close(name, open);
        If node = new If(condition.expr(), then.expr(), otherwise.expr());
        return Part.over(node, name.at(), condition, then, otherwise);
    }

    private Part over(Fold fold, Token name, Token open) throws FormulaFault {
        Token index = tokens.next();
        if (index.type() != Token.Type.NAME || Names.isKeyword(index.text())) {
            throw new FormulaFault(index.at(), index.named() + " is not an index", "the name of an index", shape(name));
        }
        comma(name);
        Part body = parser.number();
        close(name, open);
        return Part.over(new Over(fold, index.text(), body.expr(), index.at()), name.at(), body);
    }

    private void comma(Token name) throws FormulaFault {
        if (!tokens.accept(",")) {
            Token found = tokens.peek();
            throw new FormulaFault(found.at(), "unexpected " + found.named(), "\",\"", shape(name));
        }
    }

    private void close(Token name, Token open) throws FormulaFault {
        if (tokens.isNext(",")) {
            throw new FormulaFault(tokens.peek().at(), "too many arguments", "\")\"", shape(name));
        }
        tokens.expect(")", open);
    }

    private static String shape(Token name) {
        return "write " + (name.is("if") ? "if(condition, then, otherwise)" : name.text() + "(index, formula)");
    }

    private List<Part> arguments(Token open, String close) throws FormulaFault {
        List<Part> list = new ArrayList<>();
        if (tokens.accept(close)) {
            return list;
        }
        do {
            list.add(parser.number());
        } while (tokens.accept(","));
        tokens.expect(close, open);
        return list;
    }

    private static boolean isIndex(Part part) {
        return part.expr() instanceof Reference r && r.indices().isEmpty();
    }

    private static List<Expr> exprs(List<Part> parts) {
        return parts.stream().map(Part::expr).toList();
    }

    private static Part[] all(List<Part> parts, Token name) {
        return parts.isEmpty() ? new Part[] {Part.leaf(Expr.Num.ZERO, name.at())} : parts.toArray(Part[]::new);
    }
}
