/**
 * Purchase invoices: what suppliers claim, how it is coded, and how it enters the books.
 */
@ApplicationModule(
        displayName = "Invoice",
        allowedDependencies = {
            "architecture",
            "money",
            "page",
            "identity",
            "audit",
            "company",
            "party",
            "tax",
            "ledger",
            "document",
            "task",
            "approval"
        })
@NullMarked
package io.simbaerp.invoice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
