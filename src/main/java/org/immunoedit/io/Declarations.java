package org.immunoedit.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Formula;
import org.immunoedit.model.Definition;
import org.immunoedit.model.Initial;
import org.immunoedit.model.Literal;
import org.immunoedit.model.ParameterDeclaration;
import org.immunoedit.model.ParameterDeclaration.Range;
import org.immunoedit.model.Rate;
import org.immunoedit.model.Source;
import org.immunoedit.model.StateDeclaration;
import org.immunoedit.model.Values;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.unit.Unit;

/** The parts that models and agents share: source, states, parameters, definitions, rates. */
final class Declarations {
    private static final String ABOUT = "a few words";

    private final Problems problems;
    private final boolean unchecked;
    private final List<Place> withoutUnit = new ArrayList<>();
    private boolean lacksUnits;

    /** @param unchecked whether a missing unit stands for 1 */
    Declarations(Problems problems, boolean unchecked) {
        this.problems = problems;
        this.unchecked = unchecked;
    }

    /** Where equations come from. */
    Source source(Fields document) {
        Optional<Fields> fields =
                document.get("source").flatMap(json -> Fields.of(json, "an object such as {\"doi\": \"…\"}", problems));
        if (fields.isEmpty()) {
            return Source.NONE;
        }
        Fields f = fields.get();
        int year = f.whole("year", 1).orElse(0);
        Source source = new Source(
                f.text("authors", "names"),
                year,
                f.text("title", "the title of the paper"),
                f.text("journal", "journal, volume and pages"),
                f.text("doi", "a DOI such as \"10.1007/BF02460644\""),
                f.get("pmid").map(this::identifier).orElse(""),
                f.text("biomodels", "an identifier such as \"BIOMD0000000762\""));
        f.finish();
        return source;
    }

    private String identifier(Json json) {
        return json instanceof Json.Number number
                ? number.source()
                : Shape.text(json, "a PubMed number", problems)
                        .map(Json.Text::value)
                        .orElse("");
    }

    /** The states of a document, in file order. */
    List<StateDeclaration> states(Fields document) {
        List<StateDeclaration> states = new ArrayList<>();
        for (Json.Member member : document.members("states", "an object of states")) {
            Optional<Reference> target = Terms.target(member, problems);
            Fields.of(member.value(), "an object such as {\"unit\": \"cell\", \"initial\": 0}", problems)
                    .ifPresent(f -> state(f, target, name(member)).ifPresent(states::add));
        }
        return states;
    }

    private Optional<StateDeclaration> state(Fields f, Optional<Reference> target, Place place) {
        Unit unit = unit(f);
        Initial initial = f.get("initial").flatMap(this::initial).orElseGet(() -> new Initial.Given(zero(place)));
        String about = f.text("about", ABOUT);
        boolean signed = f.flag("signed");
        OptionalDouble extinct =
                f.get("extinct_below").map(json -> threshold(json, unit)).orElse(OptionalDouble.empty());
        f.finish();
        return target.map(t -> new StateDeclaration(t, unit, initial, about, signed, extinct, place));
    }

    /** A state without an initial value starts at 0. */
    private static Literal zero(Place place) {
        return new Literal(0, Optional.empty(), place);
    }

    private OptionalDouble threshold(Json json, Unit unit) {
        Optional<Literal> literal = Measure.AMOUNT.read(json, problems);
        if (literal.isEmpty() || lacksUnits) {
            return OptionalDouble.empty();
        }
        Optional<Unit> own = literal.get().unit();
        if (own.isPresent() && !own.get().sameDimension(unit)) {
            boolean told = unit.isDeclared();
            String found = told ? " is no amount in " + unit : " has a unit, but what it is compared with has none";
            problems.error("unit", json.place(), json.shown() + found, told ? "a quantity in " + unit : "a number");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                own.map(u -> u.factorTo(unit)).orElse(1.0) * literal.get().value());
    }

    /** Numbers, a quantity, or a formula of parameters; a text that reads as a formula is one. */
    private Optional<Initial> initial(Json json) {
        if (!(json instanceof Json.Text text)) {
            return values(json, Measure.VALUE).map(Initial.Given::new);
        }
        Problems faults = new Problems();
        Optional<Formula> formula = Terms.formula(text, faults);
        if (formula.isPresent() && !faults.hasErrors()) {
            return Optional.of(new Initial.Computed(formula.get()));
        }
        Problems unused = new Problems();
        Optional<Literal> quantity = Measure.VALUE.read(text, unused);
        if (quantity.isPresent()) {
            return Optional.of(new Initial.Given(quantity.get()));
        }
        boolean number = !text.value().isBlank()
                && Character.isDigit(text.value().strip().charAt(0));
        (number ? unused : faults).sorted().forEach(problems::add);
        return Optional.empty();
    }

    /** One value, a list of values or a list of rows. */
    Optional<Values> values(Json json, Measure measure) {
        if (!(json instanceof Json.Array array)) {
            return measure.read(json, problems).map(literal -> literal);
        }
        if (array.items().isEmpty()) {
            problems.error("empty", json.place(), "this list is empty", "one value per member of the family");
            return Optional.empty();
        }
        List<Values> items = new ArrayList<>();
        array.items().forEach(item -> values(item, measure).ifPresent(items::add));
        return items.size() == array.items().size()
                ? Optional.of(new Values.Row(items, json.place()))
                : Optional.empty();
    }

    /** The parameters of a document, in file order. */
    List<ParameterDeclaration> parameters(Fields document) {
        List<ParameterDeclaration> parameters = new ArrayList<>();
        for (Json.Member member : document.members("parameters", "an object of parameters")) {
            Optional<Reference> target = Terms.target(member, problems);
            Fields.of(member.value(), "an object such as {\"value\": 0.18, \"unit\": \"1/d\"}", problems)
                    .ifPresent(f -> parameter(f, target, name(member)).ifPresent(parameters::add));
        }
        return parameters;
    }

    private Optional<ParameterDeclaration> parameter(Fields f, Optional<Reference> target, Place place) {
        Optional<Values> value =
                f.need("value", "a number or a list of numbers").flatMap(json -> values(json, Measure.VALUE));
        Unit unit = unit(f);
        String about = f.text("about", ABOUT);
        String source = f.text("source", "a table, figure or page such as \"table 1\"");
        Optional<Range> range = f.get("range").flatMap(this::range);
        f.finish();
        return target.flatMap(t -> value.map(v -> new ParameterDeclaration(t, v, unit, about, source, range, place)));
    }

    private Optional<Range> range(Json json) {
        Optional<Json.Array> pair = Shape.list(json, "two numbers such as [0, 1]", problems);
        if (pair.isEmpty()) {
            return Optional.empty();
        }
        List<Json.Number> ends = new ArrayList<>();
        pair.get()
                .items()
                .forEach(item -> Shape.number(item, "a number", problems).ifPresent(ends::add));
        boolean rising = ends.size() == 2 && ends.get(0).value() <= ends.get(1).value();
        if (pair.get().items().size() != 2 || ends.size() == 2 && !rising) {
            problems.error("range", json.place(), "this is not a range", "the lower and the upper end, such as [0, 1]");
        }
        return rising ? Optional.of(new Range(ends.get(0).value(), ends.get(1).value())) : Optional.empty();
    }

    /** Definitions or observables, in file order. */
    List<Definition> definitions(Fields document, String key) {
        List<Definition> definitions = new ArrayList<>();
        for (Json.Member member : document.members(key, "an object of " + key)) {
            definition(member).ifPresent(definitions::add);
        }
        return definitions;
    }

    /** A formula alone, or an object with a formula, a unit and a meaning. */
    private Optional<Definition> definition(Json.Member member) {
        Optional<Reference> target = Terms.target(member, problems);
        if (!(member.value() instanceof Json.Object)) {
            return target.flatMap(t -> Terms.formula(member.value(), problems)
                    .map(is -> new Definition(t, is, Optional.empty(), "", name(member))));
        }
        Fields f = Fields.of(member.value(), "", problems).orElseThrow();
        Optional<Formula> is =
                f.need("is", "a formula such as \"n*E*T\"").flatMap(json -> Terms.formula(json, problems));
        Optional<Json> unit = f.get("unit");
        Optional<Unit> known = unit.flatMap(json -> Terms.unit(json, problems));
        String about = f.text("about", ABOUT);
        f.finish();
        lacksUnits |= unit.isPresent() && known.isEmpty();
        return target.flatMap(t -> is.map(e -> new Definition(t, e, known, about, name(member))));
    }

    /**
     * The rates of a document, in file order; 0 stands in for a faulty formula, so that its state is not told to have
     * none.
     */
    List<Rate> rates(Fields document) {
        List<Rate> rates = new ArrayList<>();
        for (Json.Member member : document.members("rates", "an object of formulas, one per state")) {
            Optional<Reference> target = Terms.target(member, problems);
            Formula is = Terms.formula(member.value(), problems)
                    .orElse(new Formula(Num.ZERO, member.value().place()));
            target.ifPresent(t -> rates.add(new Rate(t, is, name(member))));
        }
        return rates;
    }

    /** Whether a unit was faulty, so that formulas cannot be checked for theirs. */
    boolean lacksUnits() {
        return lacksUnits;
    }

    /**
     * The unit of a symbol. Absent it is undeclared, or 1 in a document whose units are unchecked; 1 stands in for a
     * faulty one.
     */
    Unit unit(Fields f) {
        Optional<Json> unit = f.get("unit");
        if (unit.isEmpty() && !unchecked) {
            withoutUnit.add(f.place());
            return Unit.UNDECLARED;
        }
        Optional<Unit> known = unit.flatMap(json -> Terms.unit(json, problems));
        lacksUnits |= unit.isPresent() && known.isEmpty();
        return known.orElse(Unit.ONE);
    }

    /** Warns once of all symbols without a unit: what they are in is not checked. */
    void tellWithoutUnit() {
        if (withoutUnit.isEmpty()) {
            return;
        }
        int others = withoutUnit.size() - 1;
        String where = others == 0 ? "" : " here and in " + others + (others == 1 ? " other place" : " other places");
        problems.add(Problem.warning(
                        "no-unit",
                        withoutUnit.get(0),
                        "\"unit\" is missing" + where + ", so formulas with such names are not checked for units",
                        "a unit such as \"cell/d\", or \"1\"")
                .withHint("\"units\": \"unchecked\" exempts a whole model"));
    }

    /** Where the text of a key begins. */
    static Place name(Json.Member member) {
        return member.place().right(1);
    }
}
