/**
 * Where the data lies: the data folder and the PostgreSQL beneath everything, either the one embedded in the program or
 * one the operator names.
 *
 * <ol>
 *   <li>A data folder has one program at a time; the lock is the operating system's and ends with the program.
 *   <li>Three roles: the superuser creates, {@code simba_owner} owns and migrates, {@code simba_app} is all the
 *       application ever connects with. A database where the three are not kept apart is refused.
 *   <li>What was acknowledged is on disk: {@code fsync}, {@code full_page_writes} and {@code synchronous_commit} are on.
 *   <li>{@code simba_backup} reads everything and changes nothing; it is used by {@code ./simba backup} and
 *       {@code ./simba verify} alone.
 *   <li>A backup is one snapshot and every original it names; a restore is whole or leaves nothing.
 *   <li>The embedded server listens on the loopback address only and asks everybody for a generated password.
 *   <li>A server left behind by a program that was killed is stopped cleanly before it is started again.
 *   <li>Data made as a demo stay a demo; data made for real never become one.
 * </ol>
 */
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {"audit :: integrity", "signature"})
@NullMarked
package io.simbaerp.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
