package org.immunoedit.ode;

import java.util.Optional;

/** A run as one leg after the other; between legs it sees to what happens there. Memory of one run. */
public interface Passage {
    /** Carries it forward. */
    Engine engine();

    /** The next leg; empty when the run is over. To be asked again only after the leg has {@link #ended}. */
    Optional<Leg> next();

    /** The last leg that was asked for has ended like this. */
    void ended(Ending ending);

    /** One smooth stretch, with the arguments of {@link Engine#advance}. */
    record Leg(OdeSystem system, double[] y, Span span, Guards guards, StepListener listener) {
        /** Goes along it. */
        public Ending advance(Engine engine) {
            return engine.advance(system, y, span, guards, listener);
        }
    }

    /** Goes to the end of the run. */
    default void finish() {
        for (Optional<Leg> leg = next(); leg.isPresent(); leg = next()) {
            ended(leg.get().advance(engine()));
        }
    }
}
