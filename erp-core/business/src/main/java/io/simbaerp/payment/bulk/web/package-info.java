/** What can be done to several payment runs at once, from their list. */
@NullMarked
package io.simbaerp.payment.bulk.web;

import org.jspecify.annotations.NullMarked;
