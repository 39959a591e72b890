package org.immunoedit.unit;

/** Why a text is not a unit; turned into a problem by whoever asked. */
final class UnitFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final int at;
    private final String hint;
    private final String suggestion;

    /**
     * A fault.
     *
     * @param message what stood there, as a clause
     * @param at 0-based offset of the bad token
     * @param hint what to do, may be empty
     * @param suggestion the whole text put right, may be empty
     */
    UnitFault(String message, int at, String hint, String suggestion) {
        super(message);
        this.at = at;
        this.hint = hint;
        this.suggestion = suggestion;
    }

    int at() {
        return at;
    }

    String hint() {
        return suggestion.isEmpty() ? hint : "did you mean \"" + suggestion + "\"?";
    }

    String suggestion() {
        return suggestion;
    }
}
