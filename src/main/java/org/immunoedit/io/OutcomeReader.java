package org.immunoedit.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunoedit.io.OutcomeRequest.Assessments;
import org.immunoedit.io.OutcomeRequest.Relapse;
import org.immunoedit.io.OutcomeRequest.Steadiness;
import org.immunoedit.io.OutcomeRequest.Watch;
import org.immunoedit.model.Literal;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;

/** Reads {@code outcome}: what a model says, and over it what the scenario says. */
public final class OutcomeReader {
    private final Problems problems;

    private OutcomeReader(Problems problems) {
        this.problems = problems;
    }

    /** Reads both; a key of the scenario replaces the same key of the model. */
    public static OutcomeRequest read(Optional<Json.Object> model, Optional<Json.Object> scenario, Problems problems) {
        Map<String, Json.Member> members = new LinkedHashMap<>();
        model.ifPresent(object -> members.putAll(object.members()));
        scenario.ifPresent(object -> members.putAll(object.members()));
        Place place = scenario.or(() -> model).map(Json.Object::place).orElse(Place.startOf("defaults"));
        return Fields.of(new Json.Object(members, place), "an object such as {\"tumor\": \"T\"}", problems)
                .map(new OutcomeReader(problems)::request)
                .orElseThrow();
    }

    private OutcomeRequest request(Fields f) {
        OutcomeRequest request = new OutcomeRequest(
                column(f, "tumor"),
                column(f, "antigenicity"),
                literal(f, "eliminated_below", Measure.AMOUNT),
                literal(f, "escaped_above", Measure.AMOUNT),
                new Steadiness(
                        literal(f, "window", Measure.INTERVAL),
                        positive(f, "drift"),
                        literal(f, "growth", Measure.VALUE),
                        literal(f, "regression", Measure.VALUE)),
                relapse(f),
                assessments(f),
                watch(f));
        f.finish();
        return request;
    }

    private Relapse relapse(Fields document) {
        return document.get("relapse")
                .flatMap(json -> Fields.of(json, "an object such as {\"regrowth\": 10}", problems))
                .map(f -> {
                    Relapse relapse = new Relapse(
                            positive(f, "remission"), positive(f, "regrowth"), literal(f, "above", Measure.AMOUNT));
                    f.finish();
                    return relapse;
                })
                .orElse(new Relapse(OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty()));
    }

    private Assessments assessments(Fields document) {
        return document.get("assessments")
                .flatMap(json -> Fields.of(json, "an object such as {\"every\": \"8 wk\"}", problems))
                .map(f -> {
                    Assessments assessments = new Assessments(
                            literal(f, "first", Measure.TIME),
                            literal(f, "every", Measure.INTERVAL),
                            f.whole("confirm", 1),
                            literal(f, "volume", Measure.VALUE));
                    f.finish();
                    return assessments;
                })
                .orElse(new Assessments(
                        Optional.empty(), Optional.empty(), java.util.OptionalInt.empty(), Optional.empty()));
    }

    private List<Watch> watch(Fields document) {
        return document.members("watch", "an object such as {\"il6\": {\"bands\": [50, 500]}}").stream()
                .flatMap(member -> watch(member).stream())
                .toList();
    }

    private Optional<Watch> watch(Json.Member member) {
        return Fields.of(member.value(), "{} or an object such as {\"bands\": [50, 500]}", problems)
                .map(f -> {
                    List<Literal> bands = f.list("bands", "a list such as [50, 500]").stream()
                            .flatMap(json -> Measure.VALUE.read(json, problems).stream())
                            .toList();
                    f.finish();
                    return new Watch(new Scenario.Column(member.key(), member.place()), bands);
                });
    }

    private Optional<Scenario.Column> column(Fields f, String key) {
        return f.get(key)
                .flatMap(json -> Shape.name(json, "the name of a state, observable or definition", problems))
                .map(text -> new Scenario.Column(text.value(), text.place()));
    }

    private Optional<Literal> literal(Fields f, String key, Measure measure) {
        return f.get(key).flatMap(json -> measure.read(json, problems));
    }

    private OptionalDouble positive(Fields f, String key) {
        OptionalDouble number = f.number(key, "a number above 0");
        if (number.isPresent() && !(number.getAsDouble() > 0)) {
            problems.error("range", f.place().child(key), "\"" + key + "\" is not above 0", "a number above 0");
            return OptionalDouble.empty();
        }
        return number;
    }
}
