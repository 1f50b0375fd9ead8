/**
 * Fiscal years and the locks of their periods: into what may still be posted, by whom, and until when.
 *
 * <ol>
 *   <li>Years follow each other without gap, of any length; their ordinary periods share their days, closing periods lie
 *       over the last one.
 *   <li>A period is locked as a whole or for one area; the stricter counts. Soft-closed takes whoever holds the duty for
 *       it, closed takes nobody.
 *   <li>An exception opens one period for one area or all, for a person or all, with a reason, for at most 31 days.
 *   <li>A year is locked after the years before it, with all its periods, and never opened again.
 * </ol>
 *
 * <p>PostgreSQL judges the same, for the posting date of the entry and in the transaction that posts it.
 */
@NamedInterface("periods")
@NullMarked
package io.simbaerp.company.period;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
