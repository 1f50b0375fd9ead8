/**
 * The originals as they reached us, byte for byte.
 *
 * <ol>
 *   <li>An original is named by the SHA-256 of its content and kept once per company.
 *   <li>It is on the disk, flushed together with its folder, before the row that names it is committed: a document that
 *       exists has its original.
 *   <li>An original is never changed. Whenever one is read, its hash is computed again and must match.
 *   <li>What a scanner flags stays in the archive and is locked for good; what it could not look at is locked until it has.
 * </ol>
 *
 * <p>{@link io.simbaerp.archive.StoreOriginal} keeps, {@link io.simbaerp.archive.KeepUpload} what people hand in aside,
 * {@link io.simbaerp.archive.OpenOriginal} reads for the program,
 * {@link io.simbaerp.archive.DownloadOriginal} for people, {@link io.simbaerp.archive.ScanOriginal} asks the scanners behind
 * {@link io.simbaerp.archive.ContentScanner}.
 */
@ApplicationModule(
        displayName = "Archive",
        allowedDependencies = {"architecture", "audit", "audit :: integrity", "company", "page", "identity"})
@NullMarked
package io.simbaerp.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
