/** Reading what strangers sent, within limits of time and memory. */
@NullMarked
package io.simbaerp.intake.reading;

import org.jspecify.annotations.NullMarked;
