/**
 * The audit trail: everything that happened in the business, told once and kept for ever.
 *
 * <ol>
 *   <li>Every {@link io.simbaerp.architecture.BusinessEvent} is stored in the transaction that publishes it: what
 *       happened and the record of it are committed together or not at all.
 *   <li>The trail is only ever added to. The application's role holds no right to change it, and a trigger refuses the
 *       owner as well.
 *   <li>It holds ids and names of events, never business data and never personal names.
 * </ol>
 *
 * <p>Pages read it through {@link io.simbaerp.audit.AuditTrail}. It publishes nothing.
 */
@ApplicationModule(
        displayName = "Audit trail",
        allowedDependencies = {"architecture", "company", "page", "identity"})
@NullMarked
package io.simbaerp.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
