/**
 * How people come into a company: somebody new with a password only they know, somebody who is here already by a code of
 * their own.
 *
 * <ol>
 *   <li>No company learns who else exists: whoever is to be admitted makes a code and hands it over, and a wrong code is
 *       answered like one that is over or used.
 *   <li>A code is shown once, kept as SHA-256, good once and for a short time.
 *   <li>On the pages nobody but the person ever knows their password: an administrator hands out a code with which it is
 *       chosen, and only as long as none was chosen.
 * </ol>
 */
@NamedInterface("admission")
@NullMarked
package io.simbaerp.identity.admission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
