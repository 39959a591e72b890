package org.immunoedit.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.immunoedit.io.Scenario.Treatment;
import org.immunoedit.model.Equations;
import org.immunoedit.protocol.Targets.Target;
import org.immunoedit.protocol.Therapy;

/**
 * The unit in which a bare number at some path of a scenario is read: the one that the model or the agent declares.
 *
 * @param therapies of the scenario as written
 */
record DeclaredUnit(Assembly base, List<Treatment> therapies) {
    private static final Pattern THERAPY = Pattern.compile("therapies\\[([0-9]{1,6})]\\.(.+)");
    private static final Set<String> TIMES_OF_THERAPIES =
            Set.of("start", "time", "every", "ii", "until", "duration", "tinf", "lag", "cycle.length");
    private static final Pattern TIMES = Pattern.compile(
            "time\\.(start|end|every|at\\[[0-9]+])|run_in\\.limit|outcome\\.(window|assessments\\.(first|every))");
    private static final Pattern TUMORS = Pattern.compile("outcome\\.(eliminated_below|escaped_above|relapse\\.above)");
    private static final Map<String, String> OF_PATIENTS = Map.of("patient.weight", "kg", "patient.bsa", "m^2");

    /** The unit as written; empty where there is none, or where it cannot be told. */
    String of(String path) {
        Matcher therapy = THERAPY.matcher(path);
        if (therapy.matches()) {
            return ofTherapy(Integer.parseInt(therapy.group(1)), therapy.group(2));
        }
        if (TIMES.matcher(path).matches()) {
            return equations().time();
        }
        if (TUMORS.matcher(path).matches()) {
            return base.judgement().map(judged -> judged.criteria().tumorUnit()).orElse("");
        }
        if (path.startsWith("parameters.")) {
            return ofParameter(path.substring("parameters.".length()));
        }
        return path.startsWith("initial.")
                ? ofState(path.substring("initial.".length()))
                : OF_PATIENTS.getOrDefault(path, "");
    }

    private Equations equations() {
        return base.ready().experiment().equations();
    }

    /** Of a parameter, of a member of a family, or of a whole family: its members have one unit. */
    private String ofParameter(String name) {
        Equations equations = equations();
        int slot = equations.slot(name).orElseGet(() -> firstMember(name));
        return slot < 0 ? "" : equations.parameters().get(slot).unit();
    }

    private int firstMember(String family) {
        List<String> names =
                equations().parameters().stream().map(Equations.Parameter::name).toList();
        return IntStream.range(0, names.size())
                .filter(k -> isMember(names.get(k), family) || isMember(names.get(k), Equations.base(family)))
                .findFirst()
                .orElse(-1);
    }

    private String ofState(String name) {
        return equations().states().stream()
                .filter(state -> state.name().equals(name) || isMember(state.name(), name))
                .map(Equations.State::unit)
                .findFirst()
                .orElse("");
    }

    private static boolean isMember(String name, String family) {
        return name.startsWith(family + "[");
    }

    private String ofTherapy(int position, String key) {
        if (TIMES_OF_THERAPIES.contains(key)) {
            return equations().time();
        }
        boolean known = position < therapies.size() && therapies.get(position) instanceof Treatment.Prescribed;
        if (!known || !Set.of("amount", "amt", "rate").contains(key)) {
            return "";
        }
        String amount = ofAmount(((Treatment.Prescribed) therapies.get(position)).therapy());
        return key.equals("rate") && !amount.isEmpty()
                ? amount + "/" + equations().time()
                : amount;
    }

    private String ofAmount(Therapy therapy) {
        Optional<Map<String, Target>> agents =
                base.dosing().map(dosing -> dosing.setting().targets().agents());
        return therapy.into()
                .map(state -> ofState(state.name()))
                .or(() -> therapy.agent()
                        .flatMap(name -> agents.map(all -> all.get(name)))
                        .map(target -> target.unit().text()))
                .orElse("");
    }
}
