/** Controlled documents: reviewed and published as they were approved, and looked at again when their time has come. */
@NullMarked
package io.simbaerp.workflow.controlled;

import org.jspecify.annotations.NullMarked;
