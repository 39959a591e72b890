package org.immunoedit.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Everything that formulas of a model can name.
 *
 * @param functions by name
 * @param faulty functions whose bodies are wrong: told once, at the body
 */
record Names(
        Symbols symbols,
        Indices indices,
        Map<String, FunctionDeclaration> functions,
        Set<String> faulty,
        Budget budget,
        Findings findings) {
    static Names of(Model model, Indices indices, Findings findings) {
        Symbols symbols = Symbols.of(model, indices, findings);
        Map<String, FunctionDeclaration> functions = new LinkedHashMap<>();
        model.functions().forEach(f -> functions.putIfAbsent(f.name(), f));
        Set<String> faulty = FunctionCheck.faulty(functions, symbols, findings);
        return new Names(symbols, indices, functions, faulty, new Budget(), findings);
    }
}
