/**
 * Rows of decision tables as their owner changes them: from what somebody asked wrongly said to another version of the table.
 * A row is proposed like any model, and somebody else deploys it.
 */
@NullMarked
package io.simbaerp.workflow.matrix;

import org.jspecify.annotations.NullMarked;
