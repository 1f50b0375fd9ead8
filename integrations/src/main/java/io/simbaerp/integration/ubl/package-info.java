/** UBL 2.1 Invoice and CreditNote in the binding of EN 16931-3-2. */
@NamedInterface("ubl")
@NullMarked
package io.simbaerp.integration.ubl;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
