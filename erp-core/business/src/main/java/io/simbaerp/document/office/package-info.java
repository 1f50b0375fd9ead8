/** How many documents a company has, for the view over several. */
@NullMarked
package io.simbaerp.document.office;

import org.jspecify.annotations.NullMarked;
