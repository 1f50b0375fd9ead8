/** A picture or a plain PDF until somebody says what it is: what starts its process and the step it calls. */
@NullMarked
package io.simbaerp.workflow.invoicecapture;

import org.jspecify.annotations.NullMarked;
