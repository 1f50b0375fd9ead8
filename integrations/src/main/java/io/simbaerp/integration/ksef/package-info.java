/**
 * Structured invoices of KSeF, FA(2) and FA(3) of every kind, read into the terms of EN 16931 and written from them.
 *
 * <ol>
 *   <li>P_15 is BT-112. What is to be paid (BT-115) is DoZaplaty, or minus DoRozliczenia, or P_15.
 *   <li>FA states the totals without VAT per rate: BT-109 and BT-110 are their sums. When P_15 differs from both by less
 *       than one, the difference is the rounding (BT-114).
 *   <li>A line stated with VAT gets its net amount computed so that the lines of a rate add up to the rate's total; a
 *       simplified invoice gets its VAT computed from total and rate. Nothing else is computed.
 *   <li>The schemas lie in the jar, and no address in them is ever fetched.
 * </ol>
 */
@NamedInterface("ksef")
@NullMarked
package io.simbaerp.integration.ksef;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
