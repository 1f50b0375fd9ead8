/**
 * Processes: BPMN and DMN models, what starts them, the steps they may call, and the engine they run on. It decides the
 * order of work and nothing else; every step is a use case of a module below.
 *
 * <ol>
 *   <li>Every deployment passes the {@link io.simbaerp.workflow.engine.gate.DeploymentGate}: what isn't on its list is
 *       refused, so that a model can never run code of its own.
 *   <li>An instance belongs to one company, its tenant; whatever runs in it runs for that company as the process, with
 *       the duties granted to the process and no others.
 *   <li>The engine's state commits with the data of the business, in one transaction, or not at all.
 *   <li>The engine's tables hold ids, keys and constants of models; no name, amount, comment or address.
 *   <li>Only this module knows the engine.
 * </ol>
 */
@ApplicationModule(
        displayName = "Workflow",
        allowedDependencies = {
            "architecture",
            "money",
            "page",
            "page :: sheet",
            "identity",
            "identity :: fresh",
            "audit",
            "audit :: integrity",
            "company",
            "company :: working-day",
            "archive",
            "party",
            "party :: approval",
            "party :: cool-off",
            "party :: creation",
            "party :: withdrawal",
            "tax",
            "ledger",
            "ledger :: proposal",
            "document",
            "task",
            "task :: reading",
            "task :: timing",
            "approval",
            "approval :: why",
            "approval :: proposal",
            "approval :: history",
            "approval :: limits",
            "approval :: lines",
            "approval :: matter",
            "controlled",
            "controlled :: upkeep",
            "expense",
            "expense :: booking",
            "approval :: rounds",
            "supplier",
            "invoice",
            "invoice :: automation",
            "invoice :: owner",
            "invoice :: protocol",
            "invoice :: received",
            "intake",
            "payment"
        })
@NullMarked
package io.simbaerp.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
