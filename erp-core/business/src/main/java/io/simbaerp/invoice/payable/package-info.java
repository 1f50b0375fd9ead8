/** What payment has to know of posted purchase invoices: who is to get the money where, and under which conditions. */
@NamedInterface("payable")
@NullMarked
package io.simbaerp.invoice.payable;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
