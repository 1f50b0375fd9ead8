/**
 * Deciding by mail: links that name one task, one person and one content.
 *
 * <ol>
 *   <li>Looking at a link does nothing, however often and by whatever program; only its page's form decides.
 *   <li>A link is signed, lives 72 hours, decides once, never signs in, and is its person's alone.
 *   <li>Above the company's limit, and for anything but kinds of tasks that say otherwise, the person signs in.
 *   <li>The decision goes the way of the desk: separation of duties, limits and locks hold as there. Another content than
 *       the mailed one is refused.
 * </ol>
 */
@NullMarked
package io.simbaerp.task.link;

import org.jspecify.annotations.NullMarked;
