/** Templates and plans, for people and programs. */
@NullMarked
package io.simbaerp.ledger.template.web;

import org.jspecify.annotations.NullMarked;
