/** Owners of cost centres, for people and programs. */
@NullMarked
package io.simbaerp.ledger.owner.web;

import org.jspecify.annotations.NullMarked;
