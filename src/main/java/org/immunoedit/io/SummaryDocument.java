package org.immunoedit.io;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunoedit.sweep.Census;
import org.immunoedit.sweep.Interval;
import org.immunoedit.sweep.KaplanMeier;
import org.immunoedit.sweep.Proportion;
import org.immunoedit.sweep.Summary;
import org.immunoedit.sweep.Transitions;

/**
 * A summary as JSON: {@code summary.json}.
 *
 * @param timeUnit of progression-free survival
 */
public record SummaryDocument(Summary summary, String digest, String timeUnit) {
    /** Name of the file. */
    public static final String FILE = "summary.json";

    /**
     * Writes it; does not close the stream.
     *
     * @throws IOException if the stream cannot be written to
     */
    public void writeTo(OutputStream out) throws IOException {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("design_hash", JsonTree.text(digest));
        members.put("arms", JsonTree.list(summary.arms().stream().map(this::arm).toList()));
        if (!summary.pairs().isEmpty()) {
            members.put(
                    "pairs",
                    JsonTree.list(
                            summary.pairs().stream().map(SummaryDocument::pair).toList()));
        }
        JsonWriter.write(JsonTree.object(members), out);
    }

    private Json arm(Summary.Arm arm) {
        Census census = arm.census();
        Map<String, Json> members = new LinkedHashMap<>();
        if (!arm.name().isEmpty()) {
            members.put("arm", JsonTree.text(arm.name()));
        }
        members.put("runs", JsonTree.whole(census.runs()));
        members.put("status", counts(census.statuses()));
        members.put("phases", shares(census.phases()));
        if (census.assessed()) {
            members.put("responses", shares(census.responses()));
            members.put("objective_response", share(census.objectiveResponse()));
            members.put("disease_control", share(census.diseaseControl()));
        }
        arm.progression().ifPresent(times -> members.put("progression_free_survival", survival(times)));
        if (!arm.flips().isEmpty()) {
            Map<String, Json> flips = new LinkedHashMap<>();
            arm.flips().forEach((definition, moved) -> flips.put(definition, flip(moved)));
            members.put("flips", JsonTree.object(flips));
        }
        Map<String, Json> endpoints = new LinkedHashMap<>();
        arm.endpoints().forEach(measure -> endpoints.put(measure.name(), endpoint(measure)));
        members.put("endpoints", JsonTree.object(endpoints));
        return JsonTree.object(members);
    }

    private Json survival(KaplanMeier times) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("unit", JsonTree.text(timeUnit));
        members.put("progressed", JsonTree.whole(times.events()));
        members.put("censored", JsonTree.whole(times.censored()));
        members.put("median", JsonTree.number(times.median()));
        put(times.medianInterval(), members);
        return JsonTree.object(members);
    }

    private Json endpoint(Summary.Measure measure) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("unit", JsonTree.text(measure.unit()));
        members.put("count", JsonTree.whole(measure.statistics().count()));
        members.put("missing", JsonTree.whole(measure.statistics().missing()));
        members.put("mean", JsonTree.number(measure.statistics().mean()));
        List<Double> quantiles = measure.statistics().quantiles();
        for (int k = 0; k < quantiles.size(); k++) {
            members.put(quantile(summary.shares().get(k)), JsonTree.number(quantiles.get(k)));
        }
        return JsonTree.object(members);
    }

    /** What a quantile is called: {@code q5} has 5 % below it. */
    public static String quantile(double share) {
        // a share such as 0.07 times 100 is not quite 7
        return "q" + NumberText.of(Math.rint(share * 1e12) / 1e10);
    }

    private static Json flip(Transitions moved) {
        Map<String, Json> members = members(moved.changed());
        members.put("phases", matrix(moved));
        return JsonTree.object(members);
    }

    private static Json pair(Summary.Pair pair) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("from", JsonTree.text(pair.from()));
        members.put("to", JsonTree.text(pair.to()));
        members.put("phases", matrix(pair.transitions()));
        members.put("better", share(pair.transitions().better()));
        members.put("worse", share(pair.transitions().worse()));
        members.put("unclear", share(pair.transitions().unclear()));
        return JsonTree.object(members);
    }

    private static Json matrix(Transitions transitions) {
        Map<String, Json> rows = new LinkedHashMap<>();
        transitions.matrix().forEach((from, row) -> rows.put(from.toString(), counts(row)));
        return JsonTree.object(rows);
    }

    private static Json counts(Map<?, Long> counts) {
        Map<String, Json> members = new LinkedHashMap<>();
        counts.forEach((name, count) -> members.put(name.toString(), JsonTree.whole(count)));
        return JsonTree.object(members);
    }

    private static Json shares(Map<?, Proportion> shares) {
        Map<String, Json> members = new LinkedHashMap<>();
        shares.forEach((name, proportion) -> members.put(name.toString(), share(proportion)));
        return JsonTree.object(members);
    }

    private static Json share(Proportion proportion) {
        return JsonTree.object(members(proportion));
    }

    private static Map<String, Json> members(Proportion proportion) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("count", JsonTree.whole(proportion.count()));
        members.put("of", JsonTree.whole(proportion.of()));
        members.put("share", JsonTree.number(proportion.share()));
        put(proportion.interval(), members);
        return members;
    }

    private static void put(Interval interval, Map<String, Json> members) {
        members.put("low", JsonTree.number(interval.low()));
        members.put("high", JsonTree.number(interval.high()));
    }
}
