/** Layer 0: a fault of the input as a value, with its place in the file, and the exception that carries all of them. */
package org.immunoedit.problem;
