/**
 * Layer 2: models as data. {@link org.immunoedit.model.Model} is a document as written, with indexed families;
 * {@link org.immunoedit.model.Equations} is what is integrated: scalars only, every name known, definitions in order.
 */
package org.immunoedit.model;
