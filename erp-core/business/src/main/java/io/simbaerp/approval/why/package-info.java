/** Why approval is asked for: rows, version and inputs of the decision table, kept with the request and never changed. */
@NamedInterface("why")
@NullMarked
package io.simbaerp.approval.why;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
