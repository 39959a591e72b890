package org.immunoedit.sweep;

import java.util.List;
import java.util.Objects;
import org.immunoedit.outcome.Judge;
import org.immunoedit.outcome.Phase;

/** How a run has to end to be as wanted. */
public sealed interface Goal {
    /** Whether a run has ended so. */
    boolean reachedBy(Judge judge);

    /** The endpoint that decides; NaN where it was not observed or a phase decides. */
    double measured(Judge judge);

    /** In words: {@code elimination or equilibrium}, {@code nadir < 1 cell}. */
    String words();

    /** In one of some phases. */
    record Phases(List<Phase> phases) implements Goal {
        public Phases {
            phases = List.copyOf(phases);
        }

        @Override
        public boolean reachedBy(Judge judge) {
            return phases.contains(judge.phase());
        }

        @Override
        public double measured(Judge judge) {
            return Double.NaN;
        }

        @Override
        public String words() {
            return String.join(" or ", phases.stream().map(Phase::toString).toList());
        }
    }

    /**
     * With an endpoint on one side of a limit. One that was not observed is on neither side.
     *
     * @param limit in the unit of the endpoint
     * @param below whether below it is wanted, else above
     * @param shown the limit with its unit, as written
     */
    record Beyond(String endpoint, double limit, boolean below, String shown) implements Goal {
        public Beyond {
            Objects.requireNonNull(endpoint, "endpoint");
            Objects.requireNonNull(shown, "shown");
        }

        @Override
        public boolean reachedBy(Judge judge) {
            double value = measured(judge);
            return below ? value < limit : value > limit;
        }

        @Override
        public double measured(Judge judge) {
            int place = judge.endpointNames().indexOf(endpoint);
            int[] next = {0};
            double[] found = {Double.NaN};
            judge.endpoints((value, until) -> {
                if (next[0]++ == place) {
                    found[0] = value;
                }
            });
            return found[0];
        }

        @Override
        public String words() {
            return endpoint + (below ? " < " : " > ") + shown;
        }
    }
}
