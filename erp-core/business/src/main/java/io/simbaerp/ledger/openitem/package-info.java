/**
 * The list of open items: what is owed to whom, since when, and what is left of it. Names beside the items follow the
 * parties' changes; what a supplier says was paid is noted there when the invoice is posted. The items themselves change by
 * allocation alone.
 */
@NamedInterface("open-item")
@NullMarked
package io.simbaerp.ledger.openitem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
