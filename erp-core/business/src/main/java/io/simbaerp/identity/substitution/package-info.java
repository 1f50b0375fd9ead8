/**
 * Acting for a colleague: somebody who is away lets another person do their work for a time.
 *
 * <ol>
 *   <li>Nobody is lent more than the person holds at that moment, and never what gives out duties, controls others or opens
 *       confidential documents. A limit of the substitution narrows it further.
 *   <li>Conflicting duties are judged over what both hold, when it is arranged and again whenever somebody acts.
 *   <li>Whoever acts for another is in the trail with both names, and what either did before counts against both.
 *   <li>What is lent cannot be lent on, and a token acts in its owner's name only.
 * </ol>
 */
@NamedInterface("substitution")
@NullMarked
package io.simbaerp.identity.substitution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
