/** Who has to read what, who has, and who is reminded. */
@NullMarked
package io.simbaerp.controlled.reading;

import org.jspecify.annotations.NullMarked;
