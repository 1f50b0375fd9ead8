/** Taking single lines back, for people and programs. */
@NullMarked
package io.simbaerp.ledger.reversal.web;

import org.jspecify.annotations.NullMarked;
