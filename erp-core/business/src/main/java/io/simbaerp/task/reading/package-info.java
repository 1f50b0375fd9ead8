/** How statements of other packages select tasks and read their rows, written once. */
@NamedInterface("reading")
@NullMarked
package io.simbaerp.task.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
