/**
 * Suppliers and the accounts they are paid on: who asked, who agreed, and to exactly what.
 *
 * <ol>
 *   <li>An account is confirmed by the stored approval of exactly this number, of this partner, from this source; whoever
 *       proposed it never approves it. PostgreSQL asks for the same decision when the account is confirmed.
 *   <li>Approval is asked for as soon as an account is proposed, and anew when its owner becomes another. A model of a process
 *       decides in which order people are asked, never whether they are.
 *   <li>A new supplier is approved by somebody who neither proposed nor changed it, exactly as it is with its proof ({@code
 *       creation}); its accounts are decided about apart from it.
 * </ol>
 *
 * <p>It knows both partners and approvals, which know nothing of each other. Called by pages, REST and the processes {@code
 * BankAccountApproval} and {@code SupplierApproval}.
 */
@ApplicationModule(
        displayName = "Suppliers",
        allowedDependencies = {
            "architecture",
            "money",
            "page",
            "identity",
            "audit",
            "audit :: integrity",
            "company",
            "party",
            "party :: approval",
            "party :: creation",
            "party :: history",
            "party :: withdrawal",
            "document",
            "task",
            "approval",
            "approval :: history",
            "approval :: matter"
        })
@NullMarked
package io.simbaerp.supplier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
