/**
 * What partners are to be told. A message is written in the transaction that made it happen, so it exists exactly when
 * the fact does; a route then delivers it at least once, into the company's outbox folder, under its own id.
 */
@NullMarked
package io.simbaerp.integration.outbox;

import org.jspecify.annotations.NullMarked;
