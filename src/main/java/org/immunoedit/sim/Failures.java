package org.immunoedit.sim;

import java.util.Locale;
import org.immunoedit.model.Equations;
import org.immunoedit.ode.Ending;

/** Says in plain words why a run failed and which knob to turn. */
final class Failures {
    private Failures() {}

    /** The sentence for a failed stretch. */
    static String describe(Ending.Failed failed, Experiment experiment) {
        Equations equations = experiment.equations();
        String at = " at t = " + number(failed.time()) + " " + equations.time();
        String state =
                failed.state() < 0 ? "" : equations.states().get(failed.state()).name();
        return switch (failed.reason()) {
            case STEP_UNDERFLOW ->
                "step fell to " + number(failed.size()) + " " + equations.time() + at + "; "
                        + (state.isEmpty() ? "a state" : state)
                        + " grows without bound or jumps; check its rate, loosen \"rtol\", or choose \"method\": \"rodas\"";
            case TOO_MANY_STEPS ->
                "the limit of " + experiment.limits().maxSteps() + " steps was reached" + at
                        + "; raise \"max_steps\", loosen \"rtol\", or choose \"method\": \"rodas\" if the model is stiff";
            case TOO_LONG ->
                "the time limit was reached" + at
                        + "; raise \"--time-limit\" or \"max_seconds\", write fewer rows, or choose another \"method\"";
            case NOT_FINITE ->
                (state.isEmpty() ? "a rate" : "the rate of " + state) + " is not a finite number" + at
                        + "; look for a division by zero, a root or logarithm of a negative number, or an overflow in it";
            case NEGATIVE ->
                state + " fell to " + number(failed.value()) + unit(equations, failed.state()) + at
                        + ", below its tolerance band of "
                        + number(experiment.tolerances().floor(failed.state()))
                        + "; its rate removes more than is there: correct the rate, tighten \"atol\" of the others, "
                        + "or mark the state \"signed\": true if it may be negative";
        };
    }

    /** The sentence for events that never come to rest. */
    static String endlessEvents(double time, Events events, Equations equations) {
        String label = events.lastLabel();
        return "events keep firing at t = " + number(time) + " " + equations.time()
                + (label.isEmpty() ? "" : " (last: \"" + label + "\")")
                + "; make the condition false by what the event sets, or add \"once\": true";
    }

    /** The sentence for rules that never stop deciding. */
    static String endlessDecisions(double time, Equations equations) {
        return "more than " + Rounds.MOST_DECISIONS + " treatment decisions by t = " + number(time) + " "
                + equations.time() + "; assess less often, or limit the rules with \"most\"";
    }

    /** The sentence for a solution that cannot leave a condition. */
    static String sliding(double time, int state, double least, double most, Equations equations) {
        return "the solution slides along a condition in the rates at t = " + number(time) + " " + equations.time()
                + ": on its two sides " + equations.states().get(state).name() + " changes by " + number(least)
                + " and " + number(most) + unit(equations, state) + " per " + equations.time()
                + ", and each leads back to the other; give the condition a band between on and off, or smooth it,"
                + " as x^n/(K^n + x^n) smooths x > K";
    }

    /** The warning for conditions that switch back and forth. */
    static String chatter(double time, Equations equations) {
        return "a condition in the rates switches back and forth at t = " + number(time) + " " + equations.time()
                + "; from there on it is evaluated within steps, which is slower and less exact: give it a band"
                + " between on and off, or smooth it";
    }

    /** The unit of a state behind its value; a pure number has none. */
    private static String unit(Equations equations, int state) {
        String unit = equations.states().get(state).unit();
        return unit.equals("1") ? "" : " " + unit;
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.6g", value);
        return text.contains("e")
                ? shortened(text)
                : Double.toString(Double.parseDouble(text)).replaceAll("\\.0$", "");
    }

    private static String shortened(String scientific) {
        return scientific
                .replaceAll("\\.?0+e", "e")
                .replace("e+0", "e")
                .replace("e+", "e")
                .replace("e-0", "e-");
    }
}
