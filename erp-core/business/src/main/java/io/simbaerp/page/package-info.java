/**
 * How everything looks and speaks: the frame of every page, the parts pages are made of, the words and the formats, and
 * the one place where a broken rule becomes a sentence.
 *
 * <ol>
 *   <li>A module contributes its menu entries ({@link io.simbaerp.page.NavigationEntry}) and its cards of the home page
 *       ({@link io.simbaerp.page.HomeCard}) as beans; who lacks the duty never sees them.
 *   <li>Words come from {@code messages/<module>.properties} (English) and {@code <module>_pl.properties} (Polish),
 *       complete in both; never from the machine's locale.
 *   <li>Figures and dates are written by {@link io.simbaerp.page.Formats} alone, in the reader's format and the company's
 *       time zone.
 *   <li>An exception is translated once, at the edge: problem details for REST, a page or a note for people. What went
 *       wrong inside stays in the log, under the number the reader is told.
 *   <li>Nothing on a page needs inline scripts or styles; every form works without scripts.
 * </ol>
 */
@ApplicationModule(
        displayName = "Page",
        allowedDependencies = {"architecture", "money"})
@NullMarked
package io.simbaerp.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
