/**
 * What helps somebody who types an entry.
 *
 * <ol>
 *   <li>Nothing here posts: entries go through {@code PostJournalEntry} however they were typed.
 *   <li>Tax is computed from the lines that carry a VAT code, per code and once, never line by line.
 *   <li>What is proposed comes from entries that stand in the books.
 * </ol>
 */
@NamedInterface("entry")
@NullMarked
package io.simbaerp.ledger.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
