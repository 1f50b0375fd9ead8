/** What becomes of a published document in time: it is looked at again, revised, or taken out of use. */
@NamedInterface("upkeep")
@NullMarked
package io.simbaerp.controlled.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
