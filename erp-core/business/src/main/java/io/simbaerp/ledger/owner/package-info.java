/**
 * Owners of cost centres: who answers for what is spent there, from which day on.
 *
 * <ol>
 *   <li>A cost centre has at most one owner on a day: whoever was named last for that day or before. Naming nobody ends it.
 *   <li>Owners are named for today or later; who owned it before stays in the records.
 *   <li>An owner belongs to the company and holds the duty to approve invoices when named.
 * </ol>
 */
@NamedInterface("owner")
@NullMarked
package io.simbaerp.ledger.owner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
