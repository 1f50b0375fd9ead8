/** Markdown as it is read: into blocks and runs of plain text, never into markup, so that no text can bring a script. */
@NullMarked
package io.simbaerp.controlled.text;

import org.jspecify.annotations.NullMarked;
