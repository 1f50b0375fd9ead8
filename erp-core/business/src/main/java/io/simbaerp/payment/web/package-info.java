/** Pages, task form and REST of payment. */
@NullMarked
package io.simbaerp.payment.web;

import org.jspecify.annotations.NullMarked;
