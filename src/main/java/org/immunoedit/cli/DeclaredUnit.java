package org.immunoedit.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.immunoedit.io.Scenario;
import org.immunoedit.io.Scenario.Treatment;
import org.immunoedit.model.Equations;
import org.immunoedit.outcome.Criteria;
import org.immunoedit.protocol.Rule;
import org.immunoedit.protocol.Targets;
import org.immunoedit.protocol.Targets.Target;
import org.immunoedit.protocol.Therapy;

/**
 * The unit in which a bare number at some path of a scenario is read: the one that the model or the agent declares.
 *
 * @param scenario as written
 */
record DeclaredUnit(Assembly base, Scenario scenario) {
    private static final Pattern THERAPY = Pattern.compile("therapies\\[([0-9]{1,6})]\\.(.+)");
    private static final Pattern GIFT =
            Pattern.compile("rules\\[([0-9]{1,6})]\\.do\\.give(?:\\[([0-9]{1,6})])?\\.(.+)");
    private static final Pattern TIMES_OF_THERAPIES =
            Pattern.compile("start|time|every|ii|until|duration|tinf|lag|cycle\\.(length|times\\[[0-9]+])");
    private static final Pattern TIMES = Pattern.compile("time\\.(start|end|every|at\\[[0-9]+])|run_in\\.limit"
            + "|rules\\[[0-9]+]\\.at\\.(start|every|until)|outcome\\.(window|assessments\\.(first|every))");
    private static final Pattern PER_TIME = Pattern.compile("outcome\\.(growth|regression)");
    private static final Pattern TUMORS = Pattern.compile("outcome\\.(eliminated_below|escaped_above|relapse\\.above)");
    private static final Pattern BANDS = Pattern.compile("outcome\\.watch\\.(.+)\\.bands\\[[0-9]+]");
    private static final Map<String, String> FIXED = Map.of(
            "patient.weight", "kg",
            "patient.bsa", "m^2",
            "outcome.assessments.volume", "mm^3",
            "solver.max_seconds", "s");

    /** The unit as written; empty where there is none, or where it cannot be told. */
    String of(String path) {
        Matcher therapy = THERAPY.matcher(path);
        if (therapy.matches()) {
            return ofTherapy(prescribed(Integer.parseInt(therapy.group(1))), therapy.group(2));
        }
        Matcher gift = GIFT.matcher(path);
        if (gift.matches()) {
            int position = gift.group(2) == null ? 0 : Integer.parseInt(gift.group(2));
            return ofTherapy(given(Integer.parseInt(gift.group(1)), position), gift.group(3));
        }
        if (TIMES.matcher(path).matches()) {
            return equations().time();
        }
        if (PER_TIME.matcher(path).matches()) {
            return "1/" + equations().time();
        }
        return path.startsWith("outcome.") ? ofOutcome(path) : ofName(path);
    }

    private String ofOutcome(String path) {
        Optional<Criteria> criteria = base.judgement().map(Judgement::criteria);
        if (TUMORS.matcher(path).matches()) {
            return criteria.map(Criteria::tumorUnit).orElse("");
        }
        Matcher bands = BANDS.matcher(path);
        return bands.matches()
                ? criteria.stream()
                        .flatMap(all -> all.watch().stream())
                        .filter(watch -> watch.name().equals(bands.group(1)))
                        .map(Criteria.Watch::unit)
                        .findFirst()
                        .orElse("")
                : FIXED.getOrDefault(path, "");
    }

    private String ofName(String path) {
        for (String states : List.of("initial.", "solver.atol.")) {
            if (path.startsWith(states)) {
                return ofState(path.substring(states.length()));
            }
        }
        return path.startsWith("parameters.")
                ? ofParameter(path.substring("parameters.".length()))
                : FIXED.getOrDefault(path, "");
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

    /** A therapy; none where a table has the doses. */
    private Optional<Therapy> prescribed(int position) {
        return scenario.therapies().stream()
                .skip(position)
                .limit(1)
                .filter(Treatment.Prescribed.class::isInstance)
                .map(treatment -> ((Treatment.Prescribed) treatment).therapy())
                .findFirst();
    }

    /** What a rule gives. */
    private Optional<Therapy> given(int rule, int position) {
        return scenario.rules().stream()
                .skip(rule)
                .limit(1)
                .flatMap(found -> found.orders().stream())
                .filter(Rule.Order.Give.class::isInstance)
                .skip(position)
                .map(order -> ((Rule.Order.Give) order).therapy())
                .findFirst();
    }

    private String ofTherapy(Optional<Therapy> therapy, String key) {
        if (TIMES_OF_THERAPIES.matcher(key).matches()) {
            return equations().time();
        }
        if (!Set.of("amount", "amt", "rate").contains(key)) {
            return "";
        }
        String amount = therapy.flatMap(this::target)
                .map(target -> target.unit().text())
                .orElse("");
        return key.equals("rate") && !amount.isEmpty()
                ? amount + "/" + equations().time()
                : amount;
    }

    private Optional<Target> target(Therapy therapy) {
        Optional<Targets> targets = base.dosing().map(dosing -> dosing.setting().targets());
        return therapy.agent().isPresent()
                ? targets.map(all -> all.agents().get(therapy.agent().get()))
                : targets.flatMap(
                        all -> therapy.into().map(state -> all.states().get(Binding.scalar(state))));
    }
}
