/** Tests of the program as it is delivered: child programs of the packaged jar, started, killed and started again. */
@NullMarked
package io.simbaerp.packaged;

import org.jspecify.annotations.NullMarked;
