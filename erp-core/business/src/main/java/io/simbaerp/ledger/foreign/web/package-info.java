/** Taking over what entries of foreign books name. */
@NullMarked
package io.simbaerp.ledger.foreign.web;

import org.jspecify.annotations.NullMarked;
