/**
 * The originals as they reached us, byte for byte.
 *
 * <ol>
 *   <li>An original is named by the SHA-256 of its content and kept once per company.
 *   <li>It is on the disk, flushed together with its folder, before the row that names it is committed: a document that
 *       exists has its original.
 *   <li>An original is never changed. Whenever one is read, its hash is computed again and must match.
 * </ol>
 *
 * <p>{@link io.simbaerp.archive.StoreOriginal} keeps, {@link io.simbaerp.archive.OpenOriginal} reads.
 */
@ApplicationModule(
        displayName = "Archive",
        allowedDependencies = {"architecture", "audit", "company", "page", "identity"})
@NullMarked
package io.simbaerp.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
