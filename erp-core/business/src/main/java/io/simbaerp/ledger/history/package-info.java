/** What records of the books are called in the audit trail, and which id stands behind a code. */
@NullMarked
package io.simbaerp.ledger.history;

import org.jspecify.annotations.NullMarked;
