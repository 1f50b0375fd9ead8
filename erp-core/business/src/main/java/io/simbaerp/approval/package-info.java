/**
 * Human approvals: who must agree, who agreed to exactly what, and that nobody agreed twice or to their own work.
 *
 * <ol>
 *   <li>A decision is bound to the content hash of what was shown; it says nothing about any other content.
 *   <li>Levels are decided in their order, each once. A decision is added and never changed or removed.
 *   <li>Nobody decides about their own work, and nobody approves on two levels of one request.
 *   <li>A request is granted when every level approved exactly this content; a new request voids the one before.
 * </ol>
 *
 * <p>Processes ask ({@link io.simbaerp.approval.RequestApproval}), people decide
 * ({@link io.simbaerp.approval.DecideApproval}), and whatever needs an approval asks
 * {@link io.simbaerp.approval.Approvals} itself instead of trusting the process.
 */
@ApplicationModule(
        displayName = "Approval",
        allowedDependencies = {
            "architecture",
            "money",
            "page",
            "identity",
            "identity :: role",
            "audit",
            "audit :: integrity",
            "company",
            "party",
            "task",
            "task :: reading",
            "task :: undo",
            "task :: delegation",
            "task :: question",
            "document :: remark",
            "document"
        })
@NullMarked
package io.simbaerp.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
