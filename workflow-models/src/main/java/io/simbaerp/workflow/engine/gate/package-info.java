/** The gate every model passes before the engine reads a word of it: lists of what a model may be made of and may say. */
@NullMarked
package io.simbaerp.workflow.engine.gate;

import org.jspecify.annotations.NullMarked;
