package org.immunoedit.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.immunoedit.ode.Interpolant;
import org.immunoedit.ode.Limits;
import org.immunoedit.ode.Tolerances;
import org.immunoedit.protocol.Timeline;
import org.immunoedit.sim.Report.Status;
import org.junit.jupiter.api.Test;

/** Observers that stand together, and the plain data of runs. */
class ObserverTest {
    private record Named(String name, List<String> told) implements Observer {
        @Override
        public void start(double t, double[] y, Views views) {
            told.add(name + " start " + t);
        }

        @Override
        public void stretch(double t, double[] y, Views views) {
            told.add(name + " stretch " + t);
        }

        @Override
        public void step(double from, double to, Interpolant within) {
            told.add(name + " step " + to);
        }

        @Override
        public void jump(double t, double[] before, double[] after) {
            told.add(name + " jump " + t);
        }

        @Override
        public void end(double t, double[] y, Views views, Report report) {
            told.add(name + " end " + t);
        }
    }

    @Test
    void severalAreToldInTheirOrder() {
        List<String> told = new ArrayList<>();
        Observer both = Observer.all(List.of(new Named("a", told), new Named("b", told)));
        both.start(1, null, null);
        both.stretch(2, null, null);
        both.step(2, 3, null);
        both.jump(4, null, null);
        both.end(5, null, null, null);
        assertThat(told)
                .containsExactly(
                        "a start 1.0",
                        "b start 1.0",
                        "a stretch 2.0",
                        "b stretch 2.0",
                        "a step 3.0",
                        "b step 3.0",
                        "a jump 4.0",
                        "b jump 4.0",
                        "a end 5.0",
                        "b end 5.0");
    }

    @Test
    void severalWaitForTheFirstTimeThatOneOfThemWaitsFor() {
        assertThat(Observer.all(List.of(waiting(3), waiting(2))).due()).isEqualTo(2);
        assertThat(Observer.all(List.of(waiting(3), new Observer() {})).due()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Observer.all(List.of()).due()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    private static Observer waiting(double time) {
        return new Observer() {
            @Override
            public double due() {
                return time;
            }
        };
    }

    @Test
    void anAssessorThatIsBlindSeesNothing() {
        assertThat(Assessor.BLIND.none().response()).isZero();
        assertThat(Assessor.BLIND.look(1, 5)).isEqualTo(Assessor.BLIND.none());
        assertThat(Assessor.BLIND.none().diameter()).isNaN();
    }

    @Test
    void aHorizonHasALength() {
        assertThat(new Horizon(1, 2).end()).isEqualTo(2);
        assertThatThrownBy(() -> new Horizon(1, 1)).hasMessage("not a horizon: 1.0 to 1.0");
        assertThatThrownBy(() -> new Horizon(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void statusesAreWordsOfTheOutput() {
        assertThat(Status.values()).extracting(Status::toString).containsExactly("complete", "stopped", "failed");
    }

    @Test
    void copiesOfAnExperimentDifferInWhatIsNamed() {
        Experiment experiment =
                new Bench().state("x", 1, "0").doses("x", 1, 0, 1, 2).experiment();
        Tolerances tolerances = Tolerances.uniform(1, 1e-3, 1e-3);
        Experiment within = experiment.within(tolerances, new Limits(7));
        assertThat(within.tolerances()).isSameAs(tolerances);
        assertThat(within.limits()).isEqualTo(new Limits(7));
        assertThat(within.timeline()).isEqualTo(experiment.timeline());
        assertThat(experiment.treatedBy(Timeline.EMPTY).timeline()).isEqualTo(Timeline.EMPTY);
        assertThat(experiment.treatedBy(Timeline.EMPTY).horizon()).isEqualTo(experiment.horizon());
        assertThat(experiment.with(Rules.NONE).rules()).isEqualTo(Rules.NONE);
        Experiment.Start start = new Experiment.Start(new double[] {4}, new double[0]);
        assertThat(experiment.from(start).start()).contains(start);
        assertThat(experiment.from(start, tolerances).tolerances()).isSameAs(tolerances);
    }
}
