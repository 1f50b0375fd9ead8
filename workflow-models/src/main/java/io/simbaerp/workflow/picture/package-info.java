/** Where a document stands in its process, drawn from the model's own diagram. */
@NullMarked
package io.simbaerp.workflow.picture;

import org.jspecify.annotations.NullMarked;
