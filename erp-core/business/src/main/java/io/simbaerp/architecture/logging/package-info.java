/** What stands in every line of the log beside its text. */
@NullMarked
package io.simbaerp.architecture.logging;

import org.jspecify.annotations.NullMarked;
