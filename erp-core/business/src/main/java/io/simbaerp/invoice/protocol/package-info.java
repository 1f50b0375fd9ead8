/**
 * The approval protocol: a paper that says who agreed to what, sealed and archived with the document.
 *
 * <ol>
 *   <li>It is made once, when the invoice stands in the books, and never again.
 *   <li>It shows the content the approvals bind to, every decision ever made, and the hashes by which both are checked.
 * </ol>
 */
@NamedInterface("protocol")
@NullMarked
package io.simbaerp.invoice.protocol;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
