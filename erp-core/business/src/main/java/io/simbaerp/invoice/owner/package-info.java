/**
 * Owners of cost centres decide about their lines of an invoice.
 *
 * <ol>
 *   <li>A line, or the part of one that goes to a cost centre, is decided about by that centre's owner of the day it is asked.
 *   <li>Whoever worked on the invoice decides about no line of it: somebody else with the duty stands in for their lines.
 *   <li>A cost centre without an owner who may decide is named to whoever keeps the cost centres; the invoice waits for them.
 *   <li>Where owners are asked, an invoice is posted only if every line with a cost centre is covered by its owner's decision
 *       about exactly this line, by whoever stood in, or by somebody who decided about the whole; PostgreSQL holds it too.
 * </ol>
 */
@NamedInterface("owner")
@NullMarked
package io.simbaerp.invoice.owner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
