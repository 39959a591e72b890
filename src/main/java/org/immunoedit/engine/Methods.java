package org.immunoedit.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.immunoedit.ode.Method;

/** The integration methods there are, by name. A name that is not here is not replaced by a similar one. */
public final class Methods {
    private static final List<Entry> ENTRIES = List.of(
            new Entry(
                    new AutomaticMethod("auto", Pair.tsitouras(), Rosenbrock.rodas5p()),
                    "tsit5 or rodas, whichever takes less work, switching as the run goes on",
                    List.of("automatic")),
            new Entry(
                    new PairMethod(Pair.dormandPrince()),
                    "explicit Runge-Kutta 5(4) of Dormand and Prince",
                    List.of("ode45", "rk45")),
            new Entry(new PairMethod(Pair.tsitouras()), "explicit Runge-Kutta 5(4) of Tsitouras", List.of()),
            new Entry(new Dop853Method(), "explicit Runge-Kutta 8(5,3) of Dormand and Prince", List.of("dopri8")),
            new Entry(
                    new RosenbrockMethod(Rosenbrock.rodas5p()),
                    "Rosenbrock 5(4) for stiff equations, Rodas5P of Steinebach",
                    List.of("rosenbrock", "rodas5p")));

    private Methods() {}

    /**
     * A method for the help text.
     *
     * @param about one line without a final stop
     * @param aliases other names it is known by
     */
    public record Entry(Method method, String about, List<String> aliases) {
        public Entry {
            aliases = List.copyOf(aliases);
        }

        private boolean answersTo(String name) {
            return method.name().equals(name) || aliases.contains(name);
        }
    }

    /** All methods, the default first. */
    public static List<Entry> all() {
        return ENTRIES;
    }

    /** The method of a name or alias in any case; empty if there is none. */
    public static Optional<Method> named(String nameOrAlias) {
        String name = nameOrAlias.toLowerCase(Locale.ROOT);
        return ENTRIES.stream()
                .filter(e -> e.answersTo(name))
                .map(Entry::method)
                .findFirst();
    }
}
