/**
 * The words every other module needs, and nothing that knows any of them.
 *
 * <ol>
 *   <li>A {@link io.simbaerp.architecture.UseCase} is the one door to a change, a {@link io.simbaerp.architecture.Query}
 *       the one door to a read. Both name their {@link io.simbaerp.architecture.Duty}; who lacks it is refused before
 *       a transaction begins.
 *   <li>Every transaction belongs to exactly one company: {@link io.simbaerp.architecture.CompanyWall} hands it to
 *       PostgreSQL, whose row-level security hides the rows of all others.
 *   <li>What a process should branch on is returned; a broken rule is thrown as
 *       {@link io.simbaerp.architecture.RuleViolation} and put into words once, at the edge.
 *   <li>What happened is a {@link io.simbaerp.architecture.BusinessEvent}, published inside the transaction.
 * </ol>
 */
@ApplicationModule(
        displayName = "Architecture",
        allowedDependencies = {},
        type = ApplicationModule.Type.OPEN)
@NullMarked
package io.simbaerp.architecture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
