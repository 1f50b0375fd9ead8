/**
 * What an operator sees of a running node: its health, its metrics, its logs, and which statements cost the database most.
 *
 * <ol>
 *   <li>Metrics are given on a port of their own, off unless it is named, and only to who holds the token in
 *       {@code <data>/metrics.token}.
 *   <li>A line of the log names the request, the user, the company and the document by their ids, never by their names.
 *   <li>Statements are shown without the values they were run with.
 * </ol>
 */
@ApplicationModule(
        displayName = "Operation",
        allowedDependencies = {"architecture", "page", "company"})
@NullMarked
package io.simbaerp.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
