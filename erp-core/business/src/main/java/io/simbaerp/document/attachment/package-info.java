/**
 * Files that documents carry inside: supporting documents of an invoice (BG-24), files in a PDF, parts of a message; and
 * those that Simba makes for a document.
 *
 * <ol>
 *   <li>An attachment is kept in the archive like an original, by its own hash, and named by what the document says.
 *   <li>Its media type is told from its content.
 *   <li>What a scanner flags or could not look at is kept and locked: it is listed with the reason, nobody downloads it,
 *       and the document goes its way.
 * </ol>
 */
@NamedInterface("attachment")
@NullMarked
package io.simbaerp.document.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
