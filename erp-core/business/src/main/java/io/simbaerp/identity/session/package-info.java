/**
 * Where somebody is signed in, and how that is ended from elsewhere.
 *
 * <ol>
 *   <li>A session's id opens it and never leaves the database: pages name sessions by a part of its SHA-256.
 *   <li>Everybody ends their own sessions; an administrator ends those of the company's people.
 * </ol>
 */
@NamedInterface("session")
@NullMarked
package io.simbaerp.identity.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
