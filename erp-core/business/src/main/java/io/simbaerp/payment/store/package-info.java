/** Keeps payment runs and reads them back. */
@NullMarked
package io.simbaerp.payment.store;

import org.jspecify.annotations.NullMarked;
