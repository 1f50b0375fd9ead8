/** A new supplier: approved by a second person, corrected, refused or taken back. */
@NullMarked
package io.simbaerp.workflow.supplier;

import org.jspecify.annotations.NullMarked;
