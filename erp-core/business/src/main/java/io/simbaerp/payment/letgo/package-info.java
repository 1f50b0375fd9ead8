/**
 * Letting an order go after its file has left: the bank carried out a part of it, or sent it back, and the rest is to be paid
 * again. What the books settle whole is free without it.
 */
@NullMarked
package io.simbaerp.payment.letgo;

import org.jspecify.annotations.NullMarked;
