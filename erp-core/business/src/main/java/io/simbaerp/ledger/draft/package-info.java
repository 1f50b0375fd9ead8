/**
 * What somebody has typed at the posting desk and not finished: kept while they work, so that a closed window loses nothing.
 *
 * <ol>
 *   <li>A draft belongs to one person; nobody else sees it, and nothing of it is in the books, in a report or in a sum.
 *       That is why keeping one is told to nobody and stands in no history.
 *   <li>It has the key of its form, so that the entry made from it is posted once, and ends with it.
 *   <li>What is discarded can be taken back for a week.
 * </ol>
 */
@NamedInterface("draft")
@NullMarked
package io.simbaerp.ledger.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
