/** Who worked on an invoice and on the account of its supplier, and therefore never approves or pays it. */
@NamedInterface("separation")
@NullMarked
package io.simbaerp.invoice.separation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
