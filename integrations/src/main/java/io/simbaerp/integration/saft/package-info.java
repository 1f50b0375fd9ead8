/** SAF-T Financial as the Norwegian tax administration defines it (1.10 and 1.30): whole books, read as tables of our own. */
@NullMarked
package io.simbaerp.integration.saft;

import org.jspecify.annotations.NullMarked;
