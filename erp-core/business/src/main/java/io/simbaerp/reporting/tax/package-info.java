/** Registers of taxes as reports. */
@NullMarked
package io.simbaerp.reporting.tax;

import org.jspecify.annotations.NullMarked;
