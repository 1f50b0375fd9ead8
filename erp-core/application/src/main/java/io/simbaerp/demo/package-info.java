/**
 * What the demo company starts with: a year of entries by hand, invented suppliers and customers, and documents of the last ten weeks at every point of their way.
 * The files are made by our own writers, and everything after that is done by the demo's people through the same use
 * cases as anybody else's work.
 *
 * <ol>
 *   <li>Nothing is written past a use case: what the documents leave in the books was coded by the accountant and
 *       approved by somebody else, and every instant in the history is when it happened. Only what a sender or a clerk may state is in the
 *       past: dates on documents, and the day of receipt.
 *   <li>It is done in the background once the system answers, on one node at a time. Killed in the middle, the next start
 *       goes on where it stopped; what a person has done meanwhile stays as it is.
 *   <li>Documents of others in the demo company are left alone: where somebody else was first, nothing is prepared.
 * </ol>
 *
 * <p>When that is done, the accountant's second company follows, a bistro with a few documents of its own: so that there is
 * something to change to, and a view over several companies.
 *
 * <p>Switched on by {@code simba.demo.documents}; {@code ./simba run} does.
 */
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {
            "architecture",
            "money",
            "page",
            "identity",
            "identity :: role",
            "identity :: admission",
            "company",
            "company :: bank-accounts",
            "ledger",
            "ledger :: budget",
            "ledger :: owner",
            "ledger :: policy",
            "ledger :: proposal",
            "party",
            "party :: cool-off",
            "party :: creation",
            "supplier",
            "document",
            "task",
            "controlled",
            "expense",
            "invoice :: received",
            "invoice :: polish",
            "intake",
            "payment",
            "payment :: proposal",
            "setup",
            "integration :: ubl",
            "integration :: cii",
            "integration :: ksef"
        })
@NullMarked
package io.simbaerp.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
