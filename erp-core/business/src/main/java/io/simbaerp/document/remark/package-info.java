/** What other modules say about a line of a document's history beyond its sentence. */
@NamedInterface("remark")
@NullMarked
package io.simbaerp.document.remark;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
