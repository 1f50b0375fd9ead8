/** The books as they are kept: trial balance, general ledger, statement of an account, journal. */
@NullMarked
package io.simbaerp.reporting.books;

import org.jspecify.annotations.NullMarked;
