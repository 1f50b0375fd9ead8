/** Files that hold other files: ZIP archives and messages, taken apart within limits. */
@NullMarked
package io.simbaerp.integration.container;

import org.jspecify.annotations.NullMarked;
