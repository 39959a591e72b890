package org.immunoedit.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.immunoedit.cli.Shell;

/** Documents in a directory, and commands about them: {@code @} at the start of a word stands for the directory. */
record Desk(Path directory) {
    /** A model without checked units. */
    Desk model(String content) {
        return file(
                "m.json", "{\"name\": \"m\", \"units\": \"unchecked\", \"units_reason\": \"a test\", " + content + "}");
    }

    /** A model of one state. */
    Desk model(String time, String rate) {
        return model("\"time\": \"" + time + "\", \"states\": {\"T\": {\"unit\": \"cell\", \"initial\": 1}},"
                + " \"parameters\": {\"a\": {\"value\": 1, \"unit\": \"1\"}}, \"rates\": {\"T\": \"" + rate + "\"}");
    }

    Desk scenario(String content) {
        return file("s.json", "{\"model\": \"m.json\", " + content + "}");
    }

    Desk file(String name, String content) {
        try {
            Files.writeString(directory.resolve(name), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Shell.Result run(String... words) {
        return Shell.whole().run(places(words));
    }

    Object[] places(String... words) {
        return Arrays.stream(words)
                .map(word -> word.startsWith("@") ? directory + "/" + word.substring(1) : word)
                .toArray();
    }
}
