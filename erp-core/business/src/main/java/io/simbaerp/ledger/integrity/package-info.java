/** What of the books stands in the integrity log. */
@NullMarked
package io.simbaerp.ledger.integrity;

import org.jspecify.annotations.NullMarked;
