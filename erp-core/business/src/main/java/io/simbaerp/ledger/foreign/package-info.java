/**
 * Books kept by others: a file that holds a chart, balances and entries at once is given to the doors of our own tables, so
 * that it is looked at, judged and taken by the very same rules.
 *
 * <ol>
 *   <li>A file whose entries aren't what it states of them is taken by no door.
 *   <li>What entries name besides accounts (partners, VAT codes, values of axes) is added first, all of it or nothing; an
 *       entry that names what isn't there is refused, never posted without it.
 *   <li>Nothing that is known is changed by a file, and no bank account of a partner comes in by one.
 * </ol>
 */
@NamedInterface("foreign")
@NullMarked
package io.simbaerp.ledger.foreign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
