/**
 * The audit trail: everything that happened in the business, told once and kept for ever.
 *
 * <ol>
 *   <li>Every {@link io.simbaerp.architecture.BusinessEvent} is stored in the transaction that publishes it: what
 *       happened and the record of it are committed together or not at all.
 *   <li>Every change of master data, settings, users and roles stands there with old and new value per field. Triggers
 *       tell it ({@code audit.keep_trail_of}), so that no way of changing a row leads past them; a wall test goes through
 *       the catalogue for tables that were forgotten.
 *   <li>Who acts, for whom, from where and in which transaction is said with each.
 *   <li>The trail is only ever added to. The application's role holds no right to change it, and a trigger refuses the
 *       owner as well.
 *   <li>Events hold ids and names of events, never business data; people are named by id. Personal values of changes
 *       stand apart, under a key of the person's own ({@code audit.person}).
 *   <li>The integrity log proves that no line of it, and no other record, was changed, removed or added
 *       ({@code audit.integrity}).
 * </ol>
 *
 * <p>Pages read it through {@link io.simbaerp.audit.AuditTrail}. It publishes nothing.
 */
@ApplicationModule(
        displayName = "Audit trail",
        allowedDependencies = {"architecture", "company", "page", "page :: list", "identity"})
@NullMarked
package io.simbaerp.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
