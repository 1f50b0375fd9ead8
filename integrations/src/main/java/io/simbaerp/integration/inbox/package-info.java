/**
 * A watched folder as a way in: whatever is put into {@code <inbox>/<company tax id>/} is received as if uploaded, and
 * then moved to {@code .done} or {@code .failed} beside it.
 */
@NullMarked
package io.simbaerp.integration.inbox;

import org.jspecify.annotations.NullMarked;
