/**
 * The security chain: who gets in, by session or by token, and for which company they then act.
 *
 * <ol>
 *   <li>Nothing answers without sign-in but the sign-in page, its assets and the readiness probe.
 *   <li>From the chain on, {@link io.simbaerp.architecture.CurrentActor} is bound until the answer is written.
 *   <li>A name and a password make a token in demo mode only.
 * </ol>
 */
@ApplicationModule(
        displayName = "Security chain",
        allowedDependencies = {
            "architecture",
            "money",
            "page",
            "company",
            "identity",
            "identity :: choice",
            "identity :: pace",
            "identity :: session",
            "audit"
        })
@NullMarked
package io.simbaerp.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
