/** Policies of the books, for people and programs. */
@NullMarked
package io.simbaerp.ledger.policy.web;

import org.jspecify.annotations.NullMarked;
