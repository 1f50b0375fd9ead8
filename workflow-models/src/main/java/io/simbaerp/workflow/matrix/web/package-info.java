/** Proposals of other rows, for those who answer for the tables. */
@NullMarked
package io.simbaerp.workflow.matrix.web;

import org.jspecify.annotations.NullMarked;
