/** The wiring: main class, security chain, demo company. Knows everything; nothing knows it. */
@NullMarked
package io.simbaerp;

import org.jspecify.annotations.NullMarked;
