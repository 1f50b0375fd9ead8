/**
 * An approver asks somebody else to approve besides, ad hoc: their own approval waits for it.
 *
 * <ol>
 *   <li>While somebody who was added has not agreed, nobody approves: the database refuses it too. Returning and rejecting
 *       stay possible, and end what was asked.
 *   <li>Who is added works in the company, may see the matter, did nothing to it that bars them, and decides once: neither
 *       added a second time nor on a level of the same request.
 *   <li>What they decide binds to the same content as the request, and stands for ever.
 * </ol>
 */
@NamedInterface("added")
@NullMarked
package io.simbaerp.approval.added;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
