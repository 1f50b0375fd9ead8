/** The official business rules of EN 16931, run as published. */
@NullMarked
package io.simbaerp.integration.en16931;

import org.jspecify.annotations.NullMarked;
