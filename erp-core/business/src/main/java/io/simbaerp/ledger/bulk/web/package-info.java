/** Many entries at once, sent by programs and as files. */
@NullMarked
package io.simbaerp.ledger.bulk.web;

import org.jspecify.annotations.NullMarked;
