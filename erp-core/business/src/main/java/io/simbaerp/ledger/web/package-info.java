/** The books' pages and REST resources. */
@NullMarked
package io.simbaerp.ledger.web;

import org.jspecify.annotations.NullMarked;
