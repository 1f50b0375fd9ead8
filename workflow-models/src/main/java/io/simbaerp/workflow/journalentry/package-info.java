/** An entry made by hand above the company's limit: asked for, approved by a second person, posted as it was approved. */
@NullMarked
package io.simbaerp.workflow.journalentry;

import org.jspecify.annotations.NullMarked;
