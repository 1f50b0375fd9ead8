/**
 * What a company says once about its books: which day JPK_KR_PD is told as the booking date.
 *
 * <ol>
 *   <li>Until the company says otherwise it is the day of recording, which numbers follow.
 *   <li>Each change is in the trail.
 * </ol>
 */
@NamedInterface("policy")
@NullMarked
package io.simbaerp.ledger.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
