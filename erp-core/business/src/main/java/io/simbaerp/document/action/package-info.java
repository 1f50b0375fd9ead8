/**
 * What other modules let people do with a document from its page.
 *
 * <ol>
 *   <li>An action is a link to a page of the module that offers it; nothing is done by following it. Only what changes how
 *       the reader looks at the document is done by a button at once.
 *   <li>Only what the reader may do and what the document's state allows is offered.
 * </ol>
 */
@NamedInterface("action")
@NullMarked
package io.simbaerp.document.action;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
