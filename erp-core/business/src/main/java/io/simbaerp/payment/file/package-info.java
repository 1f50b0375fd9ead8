/** What a bank is told, free of any format, and the port to whatever writes it down. */
@NamedInterface("file")
@NullMarked
package io.simbaerp.payment.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
