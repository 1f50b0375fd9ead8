/** Recognising what was received by its content, and reading it safely. */
@NullMarked
package io.simbaerp.integration.content;

import org.jspecify.annotations.NullMarked;
