/**
 * Who works other days or hours than the company: due times and reports count these for them.
 *
 * <ol>
 *   <li>A person has one week of their own or the company's; public holidays and days the company is closed are free either way.
 *   <li>Everybody sees it, since everybody plans with it; administrators keep it, and the trail says who did.
 * </ol>
 */
@NullMarked
package io.simbaerp.identity.parttime;

import org.jspecify.annotations.NullMarked;
