package io.simbaerp.workflow.purchaseinvoice;

import io.simbaerp.approval.ApprovalQuestion;
import io.simbaerp.approval.AskForApproval;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Subject;
import io.simbaerp.invoice.ApprovalFacts;
import io.simbaerp.invoice.PurchaseInvoiceId;
import io.simbaerp.workflow.model.ModelsInForce;
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
    private final ModelsInForce models;
    private final AskForApproval askForApproval;

    ApprovalMatrix(
            ApprovalFacts facts,
            ObjectProvider<DecisionService> decisions,
            ModelsInForce models,
            AskForApproval askForApproval) {
        this.models = models;
        this.facts = facts;
        this.decisions = decisions;
        this.askForApproval = askForApproval;
    }

    /** Asks for the approvals this content needs, level by level. */
    void request(PurchaseInvoiceId invoice, Subject subject) {
        ApprovalFacts.Facts known = facts.of(invoice);
        askForApproval.ask(new ApprovalQuestion(subject, approvers(known), known.contentHash(), known.content()));
    }

    List<Duty> approvers(ApprovalFacts.Facts known) {
        DecisionService tables = decisions.getObject();
        return models
                .definition(ID)
                .map(tables::evaluateDecisionTableById)
                .orElseGet(() -> tables.evaluateDecisionTableByKey(ID).decisionDefinitionWithoutTenantId())
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
