package org.immunoedit.figure;

import java.util.Objects;

/**
 * What a legend says about a layer.
 *
 * @param name short name; empty to leave it out of the legend
 * @param meaning in words, may be empty
 */
public record Key(String name, String meaning) {
    /** No line in the legend. */
    public static final Key NONE = new Key("", "");

    public Key {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(meaning, "meaning");
    }

    /** A name without further words. */
    public static Key of(String name) {
        return new Key(name, "");
    }
}
