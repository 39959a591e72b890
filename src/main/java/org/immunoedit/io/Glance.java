package org.immunoedit.io;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Looks into a JSON document of our own making: what is missing or of another kind is empty, never a fault. */
record Glance(Json json) {
    /** What stands under a key. */
    Glance at(String key) {
        return new Glance(json instanceof Json.Object object ? object.get(key).orElse(null) : null);
    }

    boolean isThere() {
        return json != null && !(json instanceof Json.Null);
    }

    /** A text, or an empty one. */
    String text() {
        return json instanceof Json.Text text ? text.value() : "";
    }

    /** A number, if one stands here. */
    OptionalDouble number() {
        return json instanceof Json.Number number ? OptionalDouble.of(number.value()) : OptionalDouble.empty();
    }

    boolean isTrue() {
        return json instanceof Json.Bool flag && flag.value();
    }

    /** The items of a list. */
    List<Glance> items() {
        List<Glance> items = new ArrayList<>();
        if (json instanceof Json.Array array) {
            array.items().forEach(item -> items.add(new Glance(item)));
        }
        return items;
    }
}
