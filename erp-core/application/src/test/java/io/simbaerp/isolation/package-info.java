/** Two companies with like data, and everything one of them can ask for with what belongs to the other. */
@NullMarked
package io.simbaerp.isolation;

import org.jspecify.annotations.NullMarked;
