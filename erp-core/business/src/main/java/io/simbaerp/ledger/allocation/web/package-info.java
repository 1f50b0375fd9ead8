@NullMarked
package io.simbaerp.ledger.allocation.web;

import org.jspecify.annotations.NullMarked;
