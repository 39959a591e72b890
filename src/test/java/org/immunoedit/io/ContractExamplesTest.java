package org.immunoedit.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Printer;
import org.immunoedit.io.Scenario.Rows;
import org.immunoedit.io.Scenario.Treatment;
import org.immunoedit.model.Agent;
import org.immunoedit.model.Initial;
import org.immunoedit.model.Literal;
import org.immunoedit.model.Model;
import org.immunoedit.model.ParameterDeclaration;
import org.immunoedit.model.Setting;
import org.immunoedit.model.StateDeclaration;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.protocol.Rule;
import org.immunoedit.protocol.Therapy;
import org.immunoedit.unit.Unit;
import org.junit.jupiter.api.Test;

/** The JSON examples of the public contract, field by field. */
class ContractExamplesTest {
    private final Problems problems = new Problems();

    @Test
    void theModelReads() {
        ModelDocument document =
                ModelReader.read(Read.example("model"), problems).orElseThrow();
        Model model = document.model();

        assertThat(problems.sorted()).isEmpty();
        assertThat(model.name()).isEqualTo("kuznetsov-1994");
        assertThat(model.source().year()).isEqualTo(1994);
        assertThat(model.source().doi()).isEqualTo("10.1007/BF02460644");
        assertThat(model.time()).isEqualTo(unit("d"));
        assertThat(model.unchecked()).isFalse();
        StateDeclaration tumor = model.states().get(1);
        assertThat(tumor.target()).isEqualTo(Reference.to("T"));
        assertThat(tumor.unit()).isEqualTo(unit("cell"));
        assertThat(tumor.extinctBelow()).isEqualTo(OptionalDouble.of(1));
        assertThat(tumor.signed()).isFalse();
        assertThat(tumor.about()).isEqualTo("tumor cells");
        assertThat(tumor.place()).isEqualTo(new Place("model.json", 9, 6, "/states/T"));
        assertThat(((Initial.Given) tumor.initial()).values())
                .isEqualTo(new Literal(5e6, Optional.empty(), new Place("model.json", 9, 38, "/states/T/initial")));
        ParameterDeclaration s = model.parameters().get(0);
        assertThat(s.value()).isInstanceOf(Literal.class);
        assertThat(s.range()).contains(new ParameterDeclaration.Range(0, 1e5));
        assertThat(s.source()).isEqualTo("table 1");
        assertThat(model.functions().get(0).arguments()).containsExactly("x", "k", "n");
        assertThat(Printer.print(model.rates().get(0).is().expr())).isEqualTo("s + p*E*T/(g + T) - m*E*T - d*E");
        assertThat(model.rates().get(0).is().place()).isEqualTo(new Place("model.json", 14, 25, "/rates/E"));
        assertThat(model.observables().get(0).unit()).contains(unit("cell"));
        assertThat(model.agents().get(0).name()).isEqualTo("IL-2");
        assertThat(model.agents().get(0).into()).isEqualTo(Reference.to("I"));
        assertThat(document.claims().orElseThrow().items()).hasSize(2);
        assertThat(document.outcome()).isPresent();
    }

    @Test
    void theAgentReads() {
        AgentDocument document =
                AgentReader.read(Read.example("agent"), problems).orElseThrow();
        Agent agent = document.agent();

        assertThat(problems.sorted()).isEmpty();
        assertThat(agent.name()).isEqualTo("pembrolizumab");
        assertThat(agent.kind()).isEqualTo("checkpoint");
        assertThat(agent.unit()).isEqualTo(unit("mg"));
        assertThat(agent.states()).extracting(state -> state.target().name()).containsExactly("central", "peripheral");
        assertThat(agent.states().get(0).initial())
                .isEqualTo(new Initial.Given(
                        new Literal(0, Optional.empty(), agent.states().get(0).place())));
        assertThat(agent.into()).isEqualTo(Reference.to("central"));
        assertThat(Printer.print(agent.acts().get("pd1").expr())).isEqualTo("penetration*concentration/KD");
        assertThat(agent.potency()).isEmpty();
        assertThat(document.regimens().keySet()).containsExactly("200 mg q3w");
    }

    @Test
    void theScenarioReads() {
        Scenario scenario = Read.scenario(Read.example("scenario"), problems).orElseThrow();

        assertThat(Read.messages(problems)).isEmpty();
        Rule rule = scenario.rules().get(0);
        assertThat(rule.at().start().orElseThrow().value()).isEqualTo(8);
        assertThat(Printer.print(rule.when().expr())).isEqualTo("recist == PD");
        assertThat(rule.confirm()).isEqualTo(2);
        assertThat(rule.orders()).singleElement().isInstanceOfSatisfying(Rule.Order.Change.class, change -> {
            assertThat(change.verb()).isEqualTo(Rule.Verb.STOP);
            assertThat(change.name()).isEqualTo("pembrolizumab");
        });
        assertThat(rule.most()).isEmpty();
        assertThat(scenario.model().text()).isEqualTo("immunoediting");
        assertThat(scenario.model().isPath()).isFalse();
        assertThat(scenario.indices()).isEqualTo(Map.of("i", 3));
        assertThat(scenario.patient().weight().orElseThrow().value()).isEqualTo(70);
        assertThat(scenario.patient().surface().orElseThrow().unit()).contains(unit("m^2"));
        assertThat(scenario.parameters()).hasSize(2);
        Setting second = scenario.parameters().get(1);
        assertThat(Printer.print(second.target())).isEqualTo("antigenicity[2]");
        assertThat(((Literal) second.values()).unit()).isEmpty();
        Setting initial = scenario.initial().get(0);
        assertThat(((Literal) initial.values()).value()).isEqualTo(1e7);
        assertThat(((Literal) initial.values()).unit()).contains(unit("cell"));
        assertThat(scenario.effects().get(0).parameter()).isEqualTo(Reference.to("m"));
        assertThat(scenario.events().get(0).label()).isEqualTo("eliminated");
        assertThat(scenario.events().get(0).sets()).hasSize(1);
        assertThat(scenario.runIn().orElseThrow().limit().value()).isEqualTo(20);
        assertThat(scenario.runIn().orElseThrow().keep()).isFalse();
        assertThat(scenario.time().start().value()).isZero();
        assertThat(scenario.time().end().unit()).contains(unit("y"));
        assertThat(((Rows.Every) scenario.time().rows()).interval().value()).isEqualTo(1);
        assertThat(scenario.solver().method()).isEqualTo("auto");
        assertThat(scenario.solver().atol()).isEqualTo(OptionalDouble.of(1e-6));
        assertThat(scenario.solver().maxSteps()).isEqualTo(1_000_000);
        assertThat(scenario.output().columns().orElseThrow())
                .extracting(Scenario.Column::name)
                .containsExactly("T_total", "E", "phase");
        assertThat(scenario.output().bothSides()).isFalse();
        assertThat(scenario.outcome()).isPresent();
        assertThat(scenario.sweep()).isPresent();
    }

    @Test
    void itsTherapiesKeepFileOrderAndUnits() {
        List<Treatment> therapies =
                Read.scenario(Read.example("scenario"), problems).orElseThrow().therapies();

        Therapy drug = ((Treatment.Prescribed) therapies.get(0)).therapy();
        assertThat(drug.agent()).contains("pembrolizumab");
        assertThat(drug.amount().orElseThrow().unit()).contains(unit("mg"));
        assertThat(drug.doses()).isEqualTo(OptionalInt.of(35));
        Therapy cells = ((Treatment.Prescribed) therapies.get(1)).therapy();
        assertThat(cells.into()).contains(Reference.to("E"));
        assertThat(cells.amount().orElseThrow().unit()).isEmpty();
        assertThat(cells.start().orElseThrow().value()).isEqualTo(100);
        Therapy.Cycle cycle =
                ((Treatment.Prescribed) therapies.get(2)).therapy().cycle().orElseThrow();
        assertThat(cycle.days()).containsExactly(1, 2, 3, 4, 5);
        assertThat(cycle.times()).extracting(Literal::value).containsExactly(0.0, 8.0, 16.0);
        assertThat(cycle.count()).isEqualTo(2);
    }

    private static Unit unit(String text) {
        return Unit.parse(text, Place.startOf(""), new Problems()).orElseThrow();
    }
}
