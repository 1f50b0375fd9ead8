/** UN/CEFACT Cross Industry Invoice D16B in the binding of EN 16931-3-3. */
@NamedInterface("cii")
@NullMarked
package io.simbaerp.integration.cii;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
