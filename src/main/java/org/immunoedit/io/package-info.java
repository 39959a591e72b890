/**
 * Layer 7: documents in, results out. JSON text becomes a tree in which every value knows its line and column
 * ({@link org.immunoedit.io.Json}); readers turn the tree into records and collect every problem on the way, none is
 * thrown singly. Results leave as CSV and as a sidecar. Jackson's streaming parser reads and its generator writes; its
 * messages never reach a user: a document it refuses is searched once more by {@link org.immunoedit.io.SyntaxFault},
 * which names the first fault in plain words. May import everything below except the compiler and the engines.
 */
package org.immunoedit.io;
