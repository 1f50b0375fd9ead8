/** Attacks from outside: what a browser, a partner or a stranger may send, and what every answer must say. */
@NullMarked
package io.simbaerp.hardening;

import org.jspecify.annotations.NullMarked;
