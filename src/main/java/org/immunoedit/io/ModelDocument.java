package org.immunoedit.io;

import java.util.Optional;
import org.immunoedit.model.Model;

/**
 * A model file: the equations, and what is said about them.
 *
 * @param claims published results that {@code verify} recomputes, a list as written
 * @param outcome how a run of the model is judged, as written
 */
public record ModelDocument(Model model, Optional<Json.Array> claims, Optional<Json.Object> outcome) {}
