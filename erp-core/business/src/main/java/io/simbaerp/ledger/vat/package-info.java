/**
 * Entries by hand in the VAT register: typed at the desk, sent by programs, uploaded, or planned.
 *
 * <ol>
 *   <li>An entry with VAT codes on its lines leaves rows in the register, in its own transaction; one whose codes are not
 *       known or whose VAT month is locked is not posted.
 *   <li>What such an entry moves on the accounts of a VAT code is what the register says of the code.
 *   <li>Its reversal takes the rows back; lines taken back by themselves take back the tax among them.
 * </ol>
 *
 * <p>Invoices write their rows themselves: they know more than their entry does.
 */
@NullMarked
package io.simbaerp.ledger.vat;

import org.jspecify.annotations.NullMarked;
