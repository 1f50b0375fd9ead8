/**
 * Calling an invoice back from approval: whoever sent it on takes that back while it is not approved in full.
 *
 * <ol>
 *   <li>Only the last coder calls it back, and only while an approver is still asked.
 *   <li>Approvals given so far become void with it; the coding stays as it was and is sent on anew.
 * </ol>
 */
@NullMarked
package io.simbaerp.invoice.recall;

import org.jspecify.annotations.NullMarked;
