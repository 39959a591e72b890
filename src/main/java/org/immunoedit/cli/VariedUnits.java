package org.immunoedit.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunoedit.model.Equations;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sweep.Spread;
import org.immunoedit.sweep.Variation;

/**
 * Units of what a sweep varies. A bare number is in the unit that the model declares for its place; words have none.
 *
 * @param declared units of parameters and starts by their paths
 */
record VariedUnits(Map<String, String> declared) {
    /** The units of what any of the experiments has. */
    static VariedUnits of(List<Experiment> experiments) {
        Map<String, String> declared = new LinkedHashMap<>();
        for (Experiment experiment : experiments) {
            Equations equations = experiment.equations();
            equations.parameters().forEach(p -> put("parameters." + p.name(), p.unit(), declared));
            equations.states().forEach(s -> put("initial." + s.name(), s.unit(), declared));
        }
        return new VariedUnits(declared);
    }

    /** A member, and for a path without an index its family. */
    private static void put(String path, String unit, Map<String, String> declared) {
        declared.putIfAbsent(path, unit);
        int bracket = path.indexOf('[');
        if (bracket >= 0) {
            declared.putIfAbsent(path.substring(0, bracket), unit);
        }
    }

    /** The unit of the values, empty when there is none or nobody declares one. */
    String of(Variation variation) {
        boolean bare = variation.unit().isEmpty() && !(variation.spread() instanceof Spread.Words);
        return bare ? declared.getOrDefault(variation.path(), "") : variation.unit();
    }
}
