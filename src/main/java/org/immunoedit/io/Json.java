package org.immunoedit.io;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.problem.Place;

/** A JSON document as a tree in which every value knows where it stands. */
public sealed interface Json {
    /** Where the first character of the value stands; for a text this is its opening quote. */
    Place place();

    /**
     * Where the value stands to which a place points, when the place was only told with the line and column of an
     * object around it ({@link Place#child}); else the place as it is.
     */
    default Place exact(Place place) {
        List<Place> around = new ArrayList<>();
        Json at = this;
        for (String step :
                place.pointer().substring(Math.min(1, place.pointer().length())).split("/", -1)) {
            around.add(at.place());
            Optional<Json> below = at.child(step.replace("~1", "/").replace("~0", "~"));
            if (below.isEmpty()) {
                return place;
            }
            at = below.get();
        }
        boolean vague = around.stream()
                .anyMatch(outer -> outer.file().equals(place.file())
                        && outer.line() == place.line()
                        && outer.column() == place.column());
        return vague ? at.place() : place;
    }

    private Optional<Json> child(String step) {
        if (this instanceof Object object) {
            return object.get(step);
        }
        boolean listed = this instanceof Array && step.matches("[0-9]{1,9}");
        List<Json> items = listed ? ((Array) this).items() : List.of();
        int index = listed ? Integer.parseInt(step) : 0;
        return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
    }

    /** The value as a message shows it: {@code "200 mg"}, {@code 12}, {@code a list}, {@code an object}. */
    String shown();

    /** A text, without quotes and escapes. */
    record Text(String value, Place place) implements Json {
        /** Where the first character of the text itself stands, for faults inside it. */
        public Place inside() {
            return place.right(1);
        }

        @Override
        public String shown() {
            return '"' + (value.length() > 60 ? value.substring(0, 57) + "..." : value) + '"';
        }
    }

    /**
     * A finite number.
     *
     * @param source the number as written
     */
    record Number(double value, String source, Place place) implements Json {
        /** Whether the value is a whole number, however it is written: {@code 3}, {@code 3.0}, {@code 3e0}. */
        public boolean isWhole() {
            return value == Math.rint(value);
        }

        @Override
        public String shown() {
            return source;
        }
    }

    /** {@code true} or {@code false}. */
    record Bool(boolean value, Place place) implements Json {
        @Override
        public String shown() {
            return value ? "true" : "false";
        }
    }

    /** {@code null}. */
    record Null(Place place) implements Json {
        @Override
        public String shown() {
            return "null";
        }
    }

    /** A list. */
    record Array(List<Json> items, Place place) implements Json {
        public Array {
            items = List.copyOf(items);
        }

        @Override
        public String shown() {
            return "a list";
        }
    }

    /** An object; its members keep the order of the file. */
    record Object(Map<String, Member> members, Place place) implements Json {
        public Object {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /** The value of a key. */
        public Optional<Json> get(String key) {
            return Optional.ofNullable(members.get(key)).map(Member::value);
        }

        @Override
        public String shown() {
            return "an object";
        }
    }

    /**
     * A key with its value.
     *
     * @param place of the key's opening quote; its pointer is the value's
     */
    record Member(String key, Json value, Place place) {}
}
