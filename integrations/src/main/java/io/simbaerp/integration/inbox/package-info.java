/**
 * A watched folder as a way in: whatever is put into {@code <inbox>/<company tax id>/} is received as if uploaded, in
 * {@code <inbox>/<company tax id>/<document class>/} as a document of that class, and
 * then moved to {@code .done} or {@code .failed} beside it.
 */
@NullMarked
package io.simbaerp.integration.inbox;

import org.jspecify.annotations.NullMarked;
