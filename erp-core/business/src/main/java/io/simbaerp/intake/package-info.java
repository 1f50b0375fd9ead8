/**
 * The one door for everything received.
 */
@ApplicationModule(
        displayName = "Intake",
        allowedDependencies = {
            "architecture",
            "money",
            "page",
            "identity",
            "audit",
            "company",
            "archive",
            "party",
            "document",
            "invoice",
            "invoice :: received"
        })
@NullMarked
package io.simbaerp.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
