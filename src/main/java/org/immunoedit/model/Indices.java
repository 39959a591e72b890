package org.immunoedit.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;

/** The indices of a run and their sizes; it remembers the members of each target, since many stages go through them. */
final class Indices {
    /** More members than this are a slip of the keyboard, not a model. */
    private static final long MOST_MEMBERS = 10_000_000;

    private final Map<String, Integer> sizes;
    private final Map<Reference, List<Member>> known = new HashMap<>();

    private Indices(Map<String, Integer> sizes) {
        this.sizes = sizes;
    }

    /**
     * One member of a family, or a scalar.
     *
     * @param name scalar name, e.g. {@code mu[1,2]}
     * @param subscripts 1-based numbers
     * @param bindings values of the target's indices
     */
    record Member(String name, List<Integer> subscripts, Map<String, Integer> bindings) {}

    /** The sizes that hold for a run: the model's, replaced by the scenario's. */
    static Indices of(Model model, Options options, Findings findings) {
        Map<String, Integer> sizes = new LinkedHashMap<>(model.indices());
        sizes.forEach((name, size) -> checkSize(name, size, model.place().child("indices"), findings));
        Place place = options.place().child("indices");
        options.indices().forEach((name, size) -> {
            if (sizes.replace(name, size) == null) {
                findings.add(Problem.error(
                                "unknown-name",
                                place.child(name),
                                quoted(name) + " is not an index of the model",
                                oneOf(model.indices().keySet()))
                        .withHint(Nearest.hint(name, model.indices().keySet())));
            } else {
                checkSize(name, size, place, findings);
            }
        });
        return new Indices(sizes);
    }

    private static void checkSize(String name, int size, Place place, Findings findings) {
        if (size < 1) {
            findings.error("index", place.child(name), "index " + name + " has " + size + " members", "at least 1");
        }
    }

    private static String oneOf(Iterable<String> names) {
        String list = String.join(", ", names);
        return list.isEmpty() ? "no index: the model has none" : "one of " + list;
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    /** Sizes by name, in the order of the document. */
    Map<String, Integer> sizes() {
        return sizes;
    }

    /** The scalar name of a member. */
    static String name(String family, List<Integer> subscripts) {
        if (subscripts.isEmpty()) {
            return family;
        }
        StringBuilder name = new StringBuilder(family);
        for (int k = 0; k < subscripts.size(); k++) {
            name.append(k == 0 ? '[' : ',').append(subscripts.get(k));
        }
        return name.append(']').toString();
    }

    /** All members that a target names, the last index running fastest; none when the target is wrong. */
    List<Member> members(Reference target, Place place, Findings findings) {
        List<Member> remembered = known.get(target);
        if (remembered != null) {
            return remembered;
        }
        List<Member> members = List.of(new Member(target.name(), List.of(), Map.of()));
        for (Expr index : target.indices()) {
            members = extended(members, index, place, findings);
        }
        List<Member> named = members.stream()
                .map(m -> new Member(name(target.name(), m.subscripts()), m.subscripts(), m.bindings()))
                .toList();
        if (!named.isEmpty()) {
            known.put(target, named);
        }
        return named;
    }

    private List<Member> extended(List<Member> members, Expr index, Place place, Findings findings) {
        if (index instanceof Num number && number.value() >= 1 && number.value() == Math.rint(number.value())) {
            return members.stream()
                    .map(m -> with(m, (int) number.value(), m.bindings()))
                    .toList();
        }
        if (!(index instanceof Reference r) || !r.indices().isEmpty() || !sizes.containsKey(r.name())) {
            findings.error("index", place, "the target of a formula has an index that is not known", wanted());
            return List.of();
        }
        if (!members.isEmpty() && members.get(0).bindings().containsKey(r.name())) {
            findings.add(Problem.error(
                            "index",
                            place,
                            "index " + r.name() + " stands twice in one target",
                            "two different indices")
                    .withHint("declare a second index of the same size"));
            return List.of();
        }
        int size = sizes.get(r.name());
        if ((long) members.size() * size > MOST_MEMBERS) {
            findings.error("index", place, "a family of more than " + MOST_MEMBERS + " members", "fewer members");
            return List.of();
        }
        List<Member> longer = new ArrayList<>(members.size() * Math.max(size, 0));
        for (Member member : members) {
            for (int value = 1; value <= size; value++) {
                Map<String, Integer> bindings = new LinkedHashMap<>(member.bindings());
                bindings.put(r.name(), value);
                longer.add(with(member, value, bindings));
            }
        }
        return longer;
    }

    private String wanted() {
        return sizes.isEmpty()
                ? "a whole number from 1; the model has no index"
                : "a whole number from 1, or one of " + String.join(", ", sizes.keySet());
    }

    /** Sizes of the named indices of a target, i.e. the shape of its values. */
    List<Integer> shape(Reference target) {
        return target.indices().stream()
                .filter(Reference.class::isInstance)
                .map(index -> sizes.getOrDefault(((Reference) index).name(), 0))
                .toList();
    }

    private static Member with(Member member, int value, Map<String, Integer> bindings) {
        List<Integer> subscripts = new ArrayList<>(member.subscripts());
        subscripts.add(value);
        return new Member(member.name(), List.copyOf(subscripts), bindings);
    }
}
