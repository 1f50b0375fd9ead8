/** Axes, their values, rules of accounts and distribution keys, for people and programs. */
@NullMarked
package io.simbaerp.ledger.dimension.web;

import org.jspecify.annotations.NullMarked;
