@NullMarked
package io.simbaerp.ledger.opening.web;

import org.jspecify.annotations.NullMarked;
