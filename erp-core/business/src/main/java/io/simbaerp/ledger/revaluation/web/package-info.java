@NullMarked
package io.simbaerp.ledger.revaluation.web;

import org.jspecify.annotations.NullMarked;
