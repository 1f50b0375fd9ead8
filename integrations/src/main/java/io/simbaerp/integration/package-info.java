/**
 * The ways in and out of the house: formats, routes and remote partners. It translates and moves, and decides nothing.
 *
 * <ol>
 *   <li>Formats are pure functions from bytes to records of the business modules; they know neither Spring nor Camel.
 *   <li>What comes from outside is hostile until it is read: no document type, no external entity, limits on size,
 *       depth and number of elements, and nothing is ever fetched.
 *   <li>An e-invoice is parsed once: schema, semantic record and official rules work on the same pass and tree.
 *   <li>Only this module knows Camel; only public use cases and queries are called.
 * </ol>
 */
@ApplicationModule(
        displayName = "Integration",
        allowedDependencies = {
            "architecture",
            "money",
            "company",
            "archive",
            "document",
            "document :: attachment",
            "document :: part",
            "party",
            "tax",
            "invoice :: received",
            "invoice :: polish",
            "intake",
            "payment",
            "payment :: file",
            "ledger :: foreign",
            "ledger :: report",
            "reporting :: jpk",
            "task :: mail"
        })
@NullMarked
package io.simbaerp.integration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
