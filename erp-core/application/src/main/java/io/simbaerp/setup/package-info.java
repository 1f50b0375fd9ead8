/**
 * How a company comes to be: the demo company of an empty demo folder, or the first company and administrator of one
 * started with {@code --empty}.
 *
 * <ol>
 *   <li>A company is set up whole or not at all: books, calendar, VAT codes, roles and users in one transaction.
 *   <li>The first administrator is asked for once; afterwards the page is gone.
 * </ol>
 */
@ApplicationModule(
        displayName = "Set-up",
        allowedDependencies = {
            "architecture",
            "money",
            "page",
            "company",
            "company :: bank-accounts",
            "identity",
            "tax",
            "ledger",
            "document :: classification"
        })
@NullMarked
package io.simbaerp.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
