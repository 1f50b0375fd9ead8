/** What a PDF carries inside: the files embedded in it, taken out within limits. */
@NullMarked
package io.simbaerp.integration.pdf;

import org.jspecify.annotations.NullMarked;
