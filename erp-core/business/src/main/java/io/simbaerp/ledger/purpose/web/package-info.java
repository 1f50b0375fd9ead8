@NullMarked
package io.simbaerp.ledger.purpose.web;

import org.jspecify.annotations.NullMarked;
