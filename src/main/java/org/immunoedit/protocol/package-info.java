/**
 * Layer 3: treatment as data. A {@link org.immunoedit.protocol.Therapy} is what a scenario says; a
 * {@link org.immunoedit.protocol.Timeline} is what happens when: instants, each with all its jumps in file order.
 */
package org.immunoedit.protocol;
