@NullMarked
package io.simbaerp.invoice.booking.web;

import org.jspecify.annotations.NullMarked;
