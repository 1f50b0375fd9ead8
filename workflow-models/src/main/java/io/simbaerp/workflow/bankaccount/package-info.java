/** An account of a partner: approved by a second person, confirmed as it was approved, payable after its cool-off. */
@NullMarked
package io.simbaerp.workflow.bankaccount;

import org.jspecify.annotations.NullMarked;
