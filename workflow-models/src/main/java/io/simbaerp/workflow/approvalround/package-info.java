/** The approval round other processes call: asked for once, decided level after level. */
@NullMarked
package io.simbaerp.workflow.approvalround;

import org.jspecify.annotations.NullMarked;
