/**
 * Controlled documents: policies and pages of the knowledge base that somebody answers for.
 *
 * <ol>
 *   <li>A version begins as a draft, is reviewed by somebody who did not write it, and is published with a number and the
 *       day from which it is in force. A published version is never changed; the next one supersedes it on its day.
 *   <li>What is published is exactly what was approved: the approval is bound to the fingerprint of the content, which
 *       PostgreSQL makes.
 *   <li>Earlier versions, and documents taken out of use, stay readable and say what they are.
 *   <li>Whoever holds one of the readers' roles confirms having read the newest published version, once, in their own name.
 *   <li>A published document is looked at again when its time has come: it is confirmed, revised or taken out of use.
 *   <li>Published versions, confirmations and withdrawals are leaves of the integrity log.
 * </ol>
 *
 * <p>{@code text} reads Markdown and tells what changed, {@code reading} knows who has read what, {@code upkeep} is the
 * periodic review and the end, {@code web} the pages and REST. Called by those and by the processes {@code
 * ControlledDocumentApproval} and {@code ControlledDocumentUpkeep}.
 */
@ApplicationModule(
        displayName = "Controlled documents",
        allowedDependencies = {
            "architecture",
            "page",
            "page :: list",
            "identity",
            "audit",
            "audit :: integrity",
            "company",
            "archive",
            "task",
            "approval",
            "approval :: history",
            "approval :: matter"
        })
@NullMarked
package io.simbaerp.controlled;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
