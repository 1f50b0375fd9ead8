/** Amounts of any currency as limits of duties measure them: in the company's own. */
@NamedInterface("base-currency")
@NullMarked
package io.simbaerp.company.basecurrency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
