/**
 * Rolling limits: how much may be approved alone within so many days, so that splitting an invoice doesn't help.
 *
 * <ol>
 *   <li>A limit holds for a level of approval; for each person or all together, for each supplier or all together, for each
 *       cost centre or all together, or for one of them alone.
 *   <li>What counts is what somebody approved as the last one asked, without its sign, in the company's currency, as long
 *       as the approval stands: what is refused, sent back, withdrawn or changed counts no more. A matter counts once,
 *       however many of those asked last approved it. Who decides for somebody uses up that person's limit.
 *   <li>An approval that goes beyond a limit is not enough: the next level of the matrix is asked too. Where there is none,
 *       it is refused. PostgreSQL judges this when the decision is written, two at once one after the other.
 *   <li>A limit counts from the moment it is set. It is never changed, and ends when one person has asked for it and
 *       another one agreed.
 * </ol>
 */
@NamedInterface("limits")
@NullMarked
package io.simbaerp.approval.limit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
