/**
 * JPK_KR_PD(1): the books of a period as the tax office wants them, streamed, with control sums that are counted while
 * writing and compared with the ledger's own.
 */
@NullMarked
package io.simbaerp.reporting.jpk;

import org.jspecify.annotations.NullMarked;
