/**
 * Documents that are no invoices, such as a contract or a bank's note: whoever keeps the books makes entries from them by
 * hand, with the document beside the form. What has a process of its own is posted by that alone.
 */
@NullMarked
package io.simbaerp.invoice.byhand;

import org.jspecify.annotations.NullMarked;
