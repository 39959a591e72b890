package org.immunoedit.outcome;

/** Responses of RECIST 1.1 (Eisenhauer et al. 2009, Eur J Cancer 45:228), best first. */
public enum Response {
    /** Complete response: no visible tumor. */
    COMPLETE("CR"),
    /** Partial response: at least 30 % below the diameter at baseline. */
    PARTIAL("PR"),
    /** Stable disease of a tumor that was measurable at baseline. */
    STABLE("SD"),
    /** Neither complete response nor progression of a tumor that was visible but not measurable at baseline. */
    NEITHER("non-CR/non-PD"),
    /** Progressive disease: at least 20 % and 5 mm above the smallest diameter so far. */
    PROGRESSIVE("PD"),
    /** Not evaluable: nothing was visible at baseline, or nothing was assessed. */
    NOT_EVALUABLE("NE");

    private final String code;

    Response(String code) {
        this.code = code;
    }

    /** The usual abbreviation. */
    @Override
    public String toString() {
        return code;
    }
}
