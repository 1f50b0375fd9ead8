/**
 * Who somebody is and what they may do for which company.
 *
 * <ol>
 *   <li>A user signs in once and acts for one company at a time; duties are held per company, through roles, and are
 *       read anew for every request.
 *   <li>Passwords are kept as Argon2id hashes, tokens as SHA-256: neither can be read back.
 *   <li>A token never reaches further than its owner's duties.
 * </ol>
 */
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {
            "architecture",
            "money",
            "page",
            "audit",
            "audit :: integrity",
            "company",
            "company :: working-day"
        })
@NullMarked
package io.simbaerp.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
