/**
 * JPK_KR_PD(1), the books of a period as the tax office wants them: written element by element, with sums counted while
 * writing, and checked by the ministry's schemas where an installation has them.
 */
@NullMarked
package io.simbaerp.integration.jpk;

import org.jspecify.annotations.NullMarked;
