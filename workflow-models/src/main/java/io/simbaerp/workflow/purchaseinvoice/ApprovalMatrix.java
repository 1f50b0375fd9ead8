package io.simbaerp.workflow.purchaseinvoice;

import io.simbaerp.architecture.Duty;
import io.simbaerp.invoice.ApprovalFacts;
import io.simbaerp.invoice.PurchaseInvoiceId;
import java.util.List;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks the decision table {@code ApprovalMatrix}. What it is asked with is read for the question and forgotten: amounts
 * never become variables of a process.
 */
@Component
class ApprovalMatrix {

    private static final String ID = "ApprovalMatrix";

    private final ApprovalFacts facts;
    private final ObjectProvider<DecisionService> decisions;

    ApprovalMatrix(ApprovalFacts facts, ObjectProvider<DecisionService> decisions) {
        this.facts = facts;
        this.decisions = decisions;
    }

    /** The levels in their order, and the content they are asked about. */
    record Asked(List<Duty> levels, String contentHash) {}

    Asked approversOf(PurchaseInvoiceId invoice) {
        ApprovalFacts.Facts known = facts.of(invoice);
        return new Asked(approvers(known), known.contentHash());
    }

    List<Duty> approvers(ApprovalFacts.Facts known) {
        return decisions
                .getObject()
                .evaluateDecisionTableByKey(ID)
                .decisionDefinitionWithoutTenantId()
                .variables(Variables.createVariables()
                        .putValue("company", known.companyTaxId())
                        .putValue("netAmount", known.net().amount())
                        .putValue("costCentres", List.copyOf(known.costCentres()))
                        .putValue("newSupplier", known.newSupplier()))
                .evaluate()
                .<String>collectEntries("approver")
                .stream()
                .map(Duty::valueOf)
                .distinct()
                .toList();
    }
}
