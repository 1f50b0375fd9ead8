/**
 * How somebody becomes a supplier that may be paid: proposed, checked, proven, approved by a second person.
 *
 * <ol>
 *   <li>While the company asks for it, every new supplier begins as a proposal, whoever adds it and in whatever way; PostgreSQL
 *       sees to that. Suppliers from before stay as they are.
 *   <li>Until it is approved its invoices are registered and coded, and nothing is paid to it: no order is made, and no run
 *       leaves with one.
 *   <li>Nobody who proposed or changed it, in the own name or for somebody else, approves it. Approved is exactly what it is
 *       then, with what proves where its data come from. Made
 *       another one later (name, country, tax ids), it is a proposal again.
 *   <li>It may be returned for correction, refused, or withdrawn by whoever proposed it, each with a reason; after that it may
 *       be proposed again.
 *   <li>Its accounts are approved apart from it, each with its own proof and cool-off.
 * </ol>
 */
@NamedInterface("creation")
@NullMarked
package io.simbaerp.party.creation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
