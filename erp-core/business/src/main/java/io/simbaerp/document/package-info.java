/**
 * Documents: everything received, with its number, its state, what the rules say about it, and its history.
 *
 * <ol>
 *   <li>A document exists only together with its original in the archive; the same content is one document per company.
 *   <li>It moves between its states only along the allowed ways ({@link io.simbaerp.document.DocumentState}); PostgreSQL
 *       refuses every other move.
 *   <li>Its number (DOC/2026/000001) is given once, at registration, without gaps, and never changes.
 *   <li>What was received never changes: content, name, channel, instant and day of receipt.
 *   <li>A document that can't be processed is quarantined with the reason; it is never lost and never silently dropped.
 * </ol>
 *
 * <p>Called by {@code intake} (receipt) and by the modules whose records a document is the voucher of. Publishes what
 * happens to documents. Reads invoices and processes only through its ports
 * {@link io.simbaerp.document.DocumentReading} and {@link io.simbaerp.document.ProcessPicture}.
 */
@ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {
            "architecture",
            "money",
            "page",
            "page :: list",
            "company",
            "identity",
            "audit",
            "audit :: integrity",
            "archive",
            "party"
        })
@NullMarked
package io.simbaerp.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
