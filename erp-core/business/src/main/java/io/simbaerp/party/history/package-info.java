/** Who did what to the bank accounts of partners, for the modules that separate duties by it. */
@NamedInterface("history")
@NullMarked
package io.simbaerp.party.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
