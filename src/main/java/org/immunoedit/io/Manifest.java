package org.immunoedit.io;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.sweep.Shard;

/**
 * What a directory of results is about: {@code manifest.json}.
 *
 * @param version of the program
 * @param command words of the command line
 * @param digest of the design: of all that the results depend on, but not of the shard
 * @param points of the whole plan
 * @param shard the part of the plan that is here
 * @param complete whether all its rows are there
 * @param counts rows by status and phase, once complete
 * @param figures numbers about the whole, once complete
 * @param columns of the table of results, with units
 * @param files contents of the directory
 * @param document the scenario with the overrides of the command line
 * @param sweep its sweep
 */
public record Manifest(
        String version,
        List<String> command,
        String digest,
        long points,
        Shard shard,
        boolean complete,
        Map<String, Long> counts,
        Map<String, Double> figures,
        Map<String, String> columns,
        List<String> files,
        Json document,
        Json sweep) {
    /** Name of the file. */
    public static final String FILE = "manifest.json";

    private static final Place HERE = Place.startOf(FILE);

    /**
     * Writes it; does not close the stream.
     *
     * @throws IOException if the stream cannot be written to
     */
    public void writeTo(OutputStream out) throws IOException {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("immunoedit", JsonTree.text(version));
        members.put("command", texts(command));
        members.put("design_hash", JsonTree.text(digest));
        members.put("points", JsonTree.whole(points));
        members.put("shard", JsonTree.text(shard.toString()));
        members.put("complete", new Json.Bool(complete, HERE));
        Map<String, Json> numbers = new LinkedHashMap<>();
        counts.forEach((name, count) -> numbers.put(name, JsonTree.whole(count)));
        members.put("counts", JsonTree.object(numbers));
        figures.forEach((name, value) -> members.put(name, JsonTree.number(value)));
        Map<String, Json> units = new LinkedHashMap<>();
        columns.forEach((name, unit) -> units.put(name, JsonTree.object(Map.of("unit", JsonTree.text(unit)))));
        members.put("columns", JsonTree.object(units));
        members.put("files", texts(files));
        members.put("sweep", sweep);
        members.put("scenario", document);
        JsonWriter.write(JsonTree.object(members), out);
    }

    /** Reads a manifest; empty when it is not one of ours. */
    public static Optional<Manifest> read(byte[] bytes) {
        Optional<Json> json = JsonReader.parse(bytes, FILE, new Problems());
        if (json.isEmpty() || !(json.get() instanceof Json.Object object)) {
            return Optional.empty();
        }
        Optional<String> digest = textOf(object, "design_hash");
        Optional<Shard> shard = textOf(object, "shard").flatMap(Manifest::shard);
        Optional<Json> points = object.get("points");
        boolean known = digest.isPresent()
                && shard.isPresent()
                && points.isPresent()
                && points.get() instanceof Json.Number number
                && number.isWhole();
        if (!known) {
            return Optional.empty();
        }
        boolean complete = object.get("complete").orElse(null) instanceof Json.Bool flag && flag.value();
        Map<String, String> columns = new LinkedHashMap<>();
        if (object.get("columns").orElse(null) instanceof Json.Object units) {
            units.members()
                    .forEach((name, member) -> columns.put(
                            name, textOf((Json.Object) member.value(), "unit").orElse("")));
        }
        return Optional.of(new Manifest(
                textOf(object, "immunoedit").orElse(""),
                List.of(),
                digest.get(),
                (long) ((Json.Number) points.get()).value(),
                shard.get(),
                complete,
                Map.of(),
                Map.of(),
                columns,
                texts(object.get("files")),
                object.get("scenario").orElse(new Json.Null(HERE)),
                object.get("sweep").orElse(new Json.Null(HERE))));
    }

    /** The shard that a text such as {@code 2/8} names. */
    public static Optional<Shard> shard(String text) {
        if (!text.matches("0*[1-9][0-9]{0,6}/0*[1-9][0-9]{0,6}")) {
            return Optional.empty();
        }
        int slash = text.indexOf('/');
        int number = Integer.parseInt(text.substring(0, slash));
        int of = Integer.parseInt(text.substring(slash + 1));
        return number <= of ? Optional.of(new Shard(number, of)) : Optional.empty();
    }

    private static Json texts(List<String> values) {
        return JsonTree.list(values.stream().map(JsonTree::text).toList());
    }

    private static List<String> texts(Optional<Json> json) {
        List<String> texts = new ArrayList<>();
        if (json.orElse(null) instanceof Json.Array array) {
            array.items().forEach(item -> {
                if (item instanceof Json.Text text) {
                    texts.add(text.value());
                }
            });
        }
        return texts;
    }

    private static Optional<String> textOf(Json.Object object, String key) {
        return object.get(key).filter(Json.Text.class::isInstance).map(json -> ((Json.Text) json).value());
    }
}
