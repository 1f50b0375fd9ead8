/**
 * What an approval binds to: the content of an invoice, written down in one canonical way and hashed.
 *
 * <ol>
 *   <li>The content is exactly the fields of {@link io.simbaerp.invoice.content.InvoiceContent}; a change of any of them
 *       changes the hash and nothing else does.
 *   <li>Whoever approves is shown every one of these fields.
 *   <li>The recipe has a number, stored with the hash; a recipe once used is never changed.
 * </ol>
 */
@NullMarked
package io.simbaerp.invoice.content;

import org.jspecify.annotations.NullMarked;
