package org.immunoedit.model;

/** Where equations and numbers come from; unknown parts are empty, an unknown year is 0. */
public record Source(
        String authors, int year, String title, String journal, String doi, String pmid, String biomodels) {
    /** Nothing known. */
    public static final Source NONE = new Source("", 0, "", "", "", "", "");
}
