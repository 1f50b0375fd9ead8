/**
 * When the company works: its week and hours, public holidays of its country, and days of its own.
 *
 * <ol>
 *   <li>Public holidays come from a library that many keep up to date, never from a list of ours.
 *   <li>A day of the company's own (bridge day, Saturday worked) wins over week and holiday.
 *   <li>Due times are counted in working days and hours of the company, in its time zone.
 * </ol>
 */
@NamedInterface("working-day")
@NullMarked
package io.simbaerp.company.workingday;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
