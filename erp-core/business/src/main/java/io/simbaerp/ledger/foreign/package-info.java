/**
 * Books kept by others: a file that holds a chart, balances and entries at once is given to the doors of our own tables, so
 * that it is looked at, judged and taken by the very same rules.
 */
@NamedInterface("foreign")
@NullMarked
package io.simbaerp.ledger.foreign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
