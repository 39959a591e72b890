package org.immunoedit.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Looks into a JSON document of our own making: what is missing or of another kind is empty, never a fault. */
public record Glance(Json json) {
    /** What stands under a key. */
    public Glance at(String key) {
        return new Glance(json instanceof Json.Object object ? object.get(key).orElse(null) : null);
    }

    /** Whether anything stands here. */
    public boolean isThere() {
        return json != null && !(json instanceof Json.Null);
    }

    /** A text, or an empty one. */
    public String text() {
        return json instanceof Json.Text text ? text.value() : "";
    }

    /** A number, if one stands here. */
    public OptionalDouble number() {
        return json instanceof Json.Number number ? OptionalDouble.of(number.value()) : OptionalDouble.empty();
    }

    /** Whether true stands here. */
    public boolean isTrue() {
        return json instanceof Json.Bool flag && flag.value();
    }

    /** The items of a list. */
    public List<Glance> items() {
        List<Glance> items = new ArrayList<>();
        if (json instanceof Json.Array array) {
            array.items().forEach(item -> items.add(new Glance(item)));
        }
        return items;
    }

    /** The members of an object, in file order. */
    public Map<String, Glance> members() {
        Map<String, Glance> members = new LinkedHashMap<>();
        if (json instanceof Json.Object object) {
            object.members().forEach((key, member) -> members.put(key, new Glance(member.value())));
        }
        return members;
    }

    /** A text as it is, anything else as JSON on one line; nothing for what is missing. */
    public String shown() {
        if (json instanceof Json.Text text) {
            return text.value();
        }
        return isThere() ? JsonText.compact(json) : "";
    }
}
