/**
 * Many entries at once: files and streams of them, posted in chunks.
 *
 * <ol>
 *   <li>An entry of a batch is judged by the very rules of a single one; what is refused is left out and named by its row,
 *       field and rule, the others stand.
 *   <li>Every row has an idempotency key: sending it again posts nothing again.
 *   <li>A chunk is one transaction: its entries, and how far the upload has come, are kept together or not at all. So an
 *       upload that was killed goes on where it stopped.
 * </ol>
 */
@NullMarked
package io.simbaerp.ledger.bulk;

import org.jspecify.annotations.NullMarked;
