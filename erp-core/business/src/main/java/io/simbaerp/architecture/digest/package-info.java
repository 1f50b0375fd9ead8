/** Check values of content and of text. */
@NullMarked
package io.simbaerp.architecture.digest;

import org.jspecify.annotations.NullMarked;
