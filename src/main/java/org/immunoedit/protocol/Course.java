package org.immunoedit.protocol;

/**
 * One therapy in numbers.
 *
 * @param therapy 0-based index in the scenario's list
 * @param agent name of the agent, empty when a state is dosed directly
 * @param state that receives the doses
 * @param load what each dose brings
 * @param times of the doses within the horizon, lag included, ascending (model time)
 */
record Course(int therapy, String agent, String state, Load load, double[] times) {
    /**
     * What a dose brings.
     *
     * @param amount bioavailability included (unit of the state)
     * @param duration 0 for a bolus (model time)
     * @param rate of the infusion, 0 for a bolus (unit of the state per time unit)
     */
    record Load(double amount, double duration, double rate) {}
}
