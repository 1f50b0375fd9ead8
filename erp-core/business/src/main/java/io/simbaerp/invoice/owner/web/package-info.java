/** The task of naming the owner of a cost centre that an invoice waits for. */
@NullMarked
package io.simbaerp.invoice.owner.web;

import org.jspecify.annotations.NullMarked;
