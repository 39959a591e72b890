package org.immunoedit.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;

/**
 * Reads JSON text into a located tree.
 *
 * <p>Accepted beyond the standard: {@code //} and {@code /* *}{@code /} comments, a trailing comma, a byte order mark.
 * Refused, with code {@code json}: anything after the document, repeated keys, numbers beyond the range of a double,
 * nesting deeper than {@value #MAX_DEPTH}, more than 64 MiB.
 */
public final class JsonReader {
    /** Deepest nesting of lists and objects. */
    static final int MAX_DEPTH = 200;

    /** Longest document, in bytes. */
    static final int MAX_BYTES = 64 << 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(MAX_BYTES)
                    .maxNameLength(MAX_BYTES)
                    .build())
            .build();

    private final String file;
    private final JsonParser parser;
    private final Problems problems;

    private JsonReader(String file, JsonParser parser, Problems problems) {
        this.file = file;
        this.parser = parser;
        this.problems = problems;
    }

    /**
     * Reads a document to its end.
     *
     * @param file name used in the places of values and problems
     * @return empty if the text is no JSON; a tree may come with errors too, e.g. about repeated keys
     * @throws IOException if the stream cannot be read
     */
    public static Optional<Json> read(InputStream in, String file, Problems problems) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            problems.error("json", Place.startOf(file), "the file is larger than 64 MiB", "a JSON document");
            return Optional.empty();
        }
        return parse(bytes, file, problems);
    }

    /** Reads a document from its bytes, which must be UTF-8. */
    public static Optional<Json> parse(byte[] bytes, String file, Problems problems) {
        return Utf8.decode(bytes, file, problems).flatMap(text -> parse(text, file, problems));
    }

    /** Reads a document from its text. */
    public static Optional<Json> parse(String text, String file, Problems problems) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            Json root = new JsonReader(file, parser, problems).document();
            return Optional.of(root);
        } catch (JsonProcessingException refused) {
            problems.add(SyntaxFault.find(text, file).orElseGet(() -> refused(refused, file)));
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory", impossible);
        }
    }

    /** Only for a fault that our own search does not see. */
    private static Problem refused(JsonProcessingException fault, String file) {
        JsonLocation at = fault.getLocation();
        Place place = at == null ? Place.startOf(file) : new Place(file, at.getLineNr(), at.getColumnNr(), "");
        return Problem.error("json", place, "this is not JSON", "");
    }

    private Json document() throws IOException {
        parser.nextToken();
        Json root = value("");
        if (parser.nextToken() != null) {
            problems.error("json", here(""), "there is more text after the end of the document", "one JSON value");
        }
        return root;
    }

    private Json value(String pointer) throws IOException {
        Place place = here(pointer);
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new JsonParseException(parser, "no value");
        }
        return switch (token) {
            case START_OBJECT -> object(place);
            case START_ARRAY -> array(place);
            case VALUE_STRING -> new Json.Text(parser.getText(), place);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(place);
            case VALUE_TRUE -> new Json.Bool(true, place);
            case VALUE_FALSE -> new Json.Bool(false, place);
            default -> new Json.Null(place);
        };
    }

    private Json object(Place place) throws IOException {
        Map<String, Json.Member> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            String pointer = place.child(key).pointer();
            Place at = here(pointer);
            parser.nextToken();
            Json.Member member = new Json.Member(key, value(pointer), at);
            Json.Member first = members.putIfAbsent(key, member);
            if (first != null) {
                problems.error(
                        "duplicate-key",
                        at,
                        "\"" + key + "\" appears a second time; the first is in line "
                                + first.place().line(),
                        "each key once");
            }
        }
        return new Json.Object(members, place);
    }

    private Json array(Place place) throws IOException {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(place.pointer() + "/" + items.size()));
        }
        return new Json.Array(items, place);
    }

    private Json number(Place place) throws IOException {
        String source = parser.getText();
        double value = Double.parseDouble(source);
        if (Double.isInfinite(value)) {
            problems.error("json", place, source + " is too large", "a number of magnitude below 1.8e308");
            return new Json.Number(0, source, place);
        }
        return new Json.Number(value, source, place);
    }

    private Place here(String pointer) {
        JsonLocation at = parser.currentTokenLocation();
        return new Place(file, at.getLineNr(), at.getColumnNr(), pointer);
    }
}
