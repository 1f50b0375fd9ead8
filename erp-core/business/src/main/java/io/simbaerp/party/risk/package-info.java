/**
 * How risky a supplier is to the company, as somebody rated it with a reason: an input of the approval matrix.
 *
 * <ol>
 *   <li>A supplier nobody rated is of normal risk.
 *   <li>A rating has a reason and the day it holds from; every change of it is told in the trail.
 * </ol>
 */
@NamedInterface("risk")
@NullMarked
package io.simbaerp.party.risk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
