/** Decides purely what is paid, how, and what is not: from open items, confirmed accounts and the wishes of a bank. */
@NamedInterface("proposal")
@NullMarked
package io.simbaerp.payment.proposal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
