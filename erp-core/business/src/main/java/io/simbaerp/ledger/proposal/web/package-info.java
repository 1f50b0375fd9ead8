/** Proposed entries, for people and programs. */
@NullMarked
package io.simbaerp.ledger.proposal.web;

import org.jspecify.annotations.NullMarked;
