/**
 * "Not me, but ...": who is asked wrongly says who should be, hands the task on, and the rule that asked is put to those who
 * answer for it.
 *
 * <ol>
 *   <li>Handing on is delegating: nobody gets a task they may not decide themself.
 *   <li>A proposal keeps the table, its version, the row, what it was asked with, who should be asked instead, and why.
 *   <li>It is accepted by proposing another version of the table, or dismissed with a reason; once, and never changed after.
 * </ol>
 */
@NamedInterface("proposal")
@NullMarked
package io.simbaerp.approval.proposal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
