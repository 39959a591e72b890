package org.immunoedit.io;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Merges a value into another as RFC 7396 says: an object key by key, where {@code null} takes a key away; anything
 * else replaces what is there. What is merged in keeps its places.
 */
final class Patch {
    private Patch() {}

    /** The old value, if there is one, with the changes. */
    static Json merge(Optional<Json> old, Json changes) {
        if (!(changes instanceof Json.Object object)) {
            return changes;
        }
        Map<String, Json.Member> members = new LinkedHashMap<>();
        boolean both = old.isPresent() && old.get() instanceof Json.Object;
        if (both) {
            members.putAll(((Json.Object) old.get()).members());
        }
        for (Json.Member change : object.members().values()) {
            if (change.value() instanceof Json.Null) {
                members.remove(change.key());
            } else {
                Optional<Json> had =
                        Optional.ofNullable(members.get(change.key())).map(Json.Member::value);
                members.put(change.key(), new Json.Member(change.key(), merge(had, change.value()), change.place()));
            }
        }
        return new Json.Object(members, both ? old.get().place() : object.place());
    }
}
