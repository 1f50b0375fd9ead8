/**
 * What the system may do by itself with the invoices of a supplier, and how well its proposals have done.
 *
 * <ol>
 *   <li>Every coding is remembered with whether it was the proposal as it stood.
 *   <li>Touchless coding is switched on by a person, for one supplier, and only after its last three postings were coded
 *       as proposed. Who switched it on is the coder of what is coded so, and never approves it.
 *   <li>Anything out of the ordinary stops it for this invoice, with the reason said: {@link
 *       io.simbaerp.invoice.automation.TouchlessStop} lists them all.
 *   <li>Approval is never left out.
 * </ol>
 */
@NamedInterface("automation")
@NullMarked
package io.simbaerp.invoice.automation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
