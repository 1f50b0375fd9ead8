@NullMarked
package io.simbaerp.ledger.assertion.web;

import org.jspecify.annotations.NullMarked;
