/**
 * Axes of analysis: projects and whatever else a company wants to see its books by, beside its cost centres.
 *
 * <ol>
 *   <li>An axis has values with a number of their own; axis and value are closed by their last day, never deleted.
 *   <li>A line names at most one value of each axis, of its own company, in use on the day of the entry.
 *   <li>An account asks for an axis, takes it or refuses it, and may take only some of its values.
 *   <li>A distribution key splits a line over values by percentages that make a hundred; what rounding leaves goes to the
 *       largest part, so that the parts are the line to the cent.
 * </ol>
 *
 * <p>Lines carry their dimensions in {@code ledger.journal_line.dimensions}: ids of values by the ids of their axes.
 */
@NamedInterface("dimension")
@NullMarked
package io.simbaerp.ledger.dimension;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
