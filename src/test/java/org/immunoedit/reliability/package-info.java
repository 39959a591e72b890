/**
 * Attacks on the whole program: seeded generators of hostile input with a judge of what comes of it, deliberate faults
 * of files, streams and signals, and laws over random models. What was tried and found stands on the site's page
 * {@code reliability.md}.
 */
package org.immunoedit.reliability;
