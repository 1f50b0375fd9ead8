/**
 * Charts of accounts from outside and our own templates: read, looked at, taken in, handed out.
 *
 * <ol>
 *   <li>A file is read whole or refused whole; what it would do is shown before it does it.
 *   <li>Number of accounts, tree and categories survive; headings without a number get one from their place in the tree.
 *   <li>Accounts that are there already stay as they are.
 * </ol>
 *
 * <p>Formats: LedgerSMB (XML), ERPNext (JSON tree), GnuCash (JSON, flat or nested), tables as CSV, and our own export,
 * which is such a table.
 */
@NamedInterface("chart")
@NullMarked
package io.simbaerp.ledger.chart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
