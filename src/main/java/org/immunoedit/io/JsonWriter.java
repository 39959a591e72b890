package org.immunoedit.io;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a tree as indented JSON in UTF-8 with LF at the end of lines; members keep their order, numbers their text.
 */
public final class JsonWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonWriter() {}

    /**
     * Writes a document and a final line feed; flushes, but does not close the stream.
     *
     * @throws IOException if the stream cannot be written to
     */
    public static void write(Json json, OutputStream out) throws IOException {
        try (JsonGenerator generator = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            generator.setPrettyPrinter(printer());
            value(json, generator);
            generator.writeRaw('\n');
        }
    }

    private static DefaultPrettyPrinter printer() {
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return printer;
    }

    private static void value(Json json, JsonGenerator generator) throws IOException {
        if (json instanceof Json.Object object) {
            generator.writeStartObject();
            for (Json.Member member : object.members().values()) {
                generator.writeFieldName(member.key());
                value(member.value(), generator);
            }
            generator.writeEndObject();
        } else if (json instanceof Json.Array array) {
            generator.writeStartArray();
            for (Json item : array.items()) {
                value(item, generator);
            }
            generator.writeEndArray();
        } else {
            scalar(json, generator);
        }
    }

    private static void scalar(Json json, JsonGenerator generator) throws IOException {
        if (json instanceof Json.Text text) {
            generator.writeString(text.value());
        } else if (json instanceof Json.Number number) {
            generator.writeNumber(number.source());
        } else if (json instanceof Json.Bool flag) {
            generator.writeBoolean(flag.value());
        } else {
            generator.writeNull();
        }
    }
}
