/** Scanners for harmful content, each behind the archive's port. */
@NullMarked
package io.simbaerp.integration.scanner;

import org.jspecify.annotations.NullMarked;
