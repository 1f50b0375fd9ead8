/**
 * What an e-invoice says, in the terms of EN 16931-1: the one form every format is read into and everything after the
 * reader works with. It describes the file as received; what we make of it is the purchase invoice.
 *
 * <ol>
 *   <li>Every business term (BT) and group (BG) of the standard has its place; the Javadoc names it.
 *   <li>What a Polish structured invoice states and the standard has no term for stands in
 *       {@link io.simbaerp.invoice.received.polish.PolishTerms} and {@link io.simbaerp.invoice.received.polish.PolishLineTerms}.
 *   <li>{@code null} means the file does not state it, an empty list that it states none. Nothing is computed or
 *       guessed, so an invoice that breaks the official rules is still shown as it came; only where a format has a sum in
 *       parts (FA states BT-109 per rate) or a value with VAT inside, its reader says which terms it computes.
 *   <li>Amounts are in the invoice's currency (BT-5), except BT-111, which is in the VAT accounting currency (BT-6).
 *   <li>The record is written to JSON and read back without loss, except for the bytes of attachments, which stay in
 *       the original.
 * </ol>
 */
@NamedInterface("received")
@NullMarked
package io.simbaerp.invoice.received;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
