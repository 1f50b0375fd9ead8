/**
 * The list of open items: what is owed to whom, since when, and what is left of it. Names beside the items follow the
 * parties' changes; the items themselves change by allocation alone.
 */
@NullMarked
package io.simbaerp.ledger.openitem;

import org.jspecify.annotations.NullMarked;
