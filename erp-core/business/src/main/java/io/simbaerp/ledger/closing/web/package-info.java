@NullMarked
package io.simbaerp.ledger.closing.web;

import org.jspecify.annotations.NullMarked;
