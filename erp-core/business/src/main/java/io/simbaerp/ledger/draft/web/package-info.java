/** Unfinished entries, for people and programs. */
@NullMarked
package io.simbaerp.ledger.draft.web;

import org.jspecify.annotations.NullMarked;
