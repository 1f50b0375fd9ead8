/**
 * The company whose books are kept: who it is, its fiscal years and periods, its numbers, its exchange rates.
 *
 * <ol>
 *   <li>Business days are days in the company's time zone; {@link io.simbaerp.company.BusinessDay} alone computes them.
 *   <li>A fiscal period is named explicitly by whoever posts; it is never guessed twice.
 *   <li>A number once given is never given again and leaves no gap: it is taken last in its transaction.
 *   <li>An exchange rate is published once per currency, day and source, and never changed.
 * </ol>
 */
@ApplicationModule(
        displayName = "Company",
        allowedDependencies = {"architecture", "money", "page"})
@NullMarked
package io.simbaerp.company;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
