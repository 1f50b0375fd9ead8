/**
 * What reports are read from: sums of accounts, lines of the ledger, entries of the journals, each as far as it was known
 * at some moment and for some cost centre. Reads only.
 *
 * <ol>
 *   <li>What was known at a moment is what was recorded until then, whatever day it stands under.
 *   <li>Parts are cut by the key of the last line, so that a page costs the same wherever it lies.
 * </ol>
 */
@NamedInterface("report")
@NullMarked
package io.simbaerp.ledger.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
