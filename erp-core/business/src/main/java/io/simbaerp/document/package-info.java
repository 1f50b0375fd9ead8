/**
 * Documents: registered once, numbered, kept, and followed through their life.
 */
@ApplicationModule(
        displayName = "Document",
        allowedDependencies = {"architecture", "money", "page", "identity", "audit", "company", "archive", "party"})
@NullMarked
package io.simbaerp.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
