package org.immunoedit.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immunoedit.sim.Decision;
import org.immunoedit.sim.Decision.Effect;
import org.immunoedit.sim.Report;

/** Decisions of rules in words; the ledger itself is in the sidecar. */
final class Decisions {
    /** More in one line nobody reads. */
    private static final int MOST_SHOWN = 4;

    private Decisions() {}

    /**
     * One line about all decisions of a run.
     *
     * @param unit of time, empty for none
     */
    static Optional<String> line(Report report, String unit) {
        List<Decision> all = report.decisions();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        String shown = all.stream()
                .limit(MOST_SHOWN)
                .map(decision -> words(decision, unit))
                .collect(Collectors.joining("; "));
        String rest = all.size() > MOST_SHOWN ? "; and " + (all.size() - MOST_SHOWN) + " more" : "";
        return Optional.of("decisions: " + shown + rest);
    }

    private static String words(Decision decision, String unit) {
        String acts = decision.acts().stream().map(Decisions::words).collect(Collectors.joining(", "));
        String label = decision.label().isEmpty() ? "" : " (" + decision.label() + ")";
        String time = String.format(Locale.ROOT, "%.6g", decision.time());
        String plain = time.contains(".") && !time.contains("e")
                ? time.replaceAll("0+$", "").replaceAll("\\.$", "")
                : time;
        return "at " + plain + (unit.isEmpty() || unit.equals("1") ? "" : " " + unit) + " " + acts + label;
    }

    private static String words(Effect effect) {
        String doses = effect.doses() + (effect.doses() == 1 ? " dose" : " doses");
        String what = effect.verb() + " " + effect.subject();
        return switch (effect.verb()) {
            case RESUME -> what;
            case GIVE -> what + ", " + doses;
            case STOP, HOLD -> what + ", " + doses + " left out";
        };
    }
}
