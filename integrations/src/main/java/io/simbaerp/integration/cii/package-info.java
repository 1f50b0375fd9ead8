/** UN/CEFACT Cross Industry Invoice D16B in the binding of EN 16931-3-3. */
@NullMarked
package io.simbaerp.integration.cii;

import org.jspecify.annotations.NullMarked;
