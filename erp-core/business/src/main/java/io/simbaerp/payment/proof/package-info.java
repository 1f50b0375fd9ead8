/** Proofs that the White List was asked about an account on the day it is paid to. */
@NullMarked
package io.simbaerp.payment.proof;

import org.jspecify.annotations.NullMarked;
