package io.simbaerp.workflow.purchaseinvoice;

import io.simbaerp.approval.ApprovalQuestion;
import io.simbaerp.approval.AskForApproval;
import io.simbaerp.approval.limit.LevelsAbove;
import io.simbaerp.approval.round.Seat;
import io.simbaerp.approval.round.SeatPeople;
import io.simbaerp.approval.why.WhyAsked;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Subject;
import io.simbaerp.invoice.ApprovalFacts;
import io.simbaerp.invoice.PurchaseInvoiceId;
import io.simbaerp.invoice.owner.OwnedLines;
import io.simbaerp.workflow.engine.MatchedRows;
import io.simbaerp.workflow.model.ModelsInForce;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks the decision table {@code ApprovalMatrix}. What it is asked with is read for the question and forgotten: amounts
 * never become variables of a process.
 */
@Component
class ApprovalMatrix implements LevelsAbove {

    static final String SUBJECT = "purchase-invoice";

    private static final String ID = "ApprovalMatrix";
    private static final BigDecimal BEYOND_EVERY_BAND = new BigDecimal("999999999999999");

    private final ApprovalFacts facts;
    private final ObjectProvider<DecisionService> decisions;
    private final ModelsInForce models;
    private final AskForApproval askForApproval;
    private final Whom whom;
    private final MatchedRows matchedRows;

    /** Finds those that rows ask for by a name, or as owners of cost centres. */
    @Component
    record Whom(SeatPeople people, OwnedLines lines) {}

    ApprovalMatrix(
            ApprovalFacts facts,
            ObjectProvider<DecisionService> decisions,
            ModelsInForce models,
            AskForApproval askForApproval,
            Whom whom,
            MatchedRows matchedRows) {
        this.whom = whom;
        this.models = models;
        this.facts = facts;
        this.decisions = decisions;
        this.askForApproval = askForApproval;
        this.matchedRows = matchedRows;
    }

    /**
     * Asks for the approvals this content needs, round by round; of nobody while an owner is missing who is to be asked.
     *
     * @return whether everybody could be asked
     */
    boolean request(PurchaseInvoiceId invoice, Subject subject) {
        ApprovalFacts.Facts known = facts.of(invoice);
        MatchedRows.Watched<MatrixRounds.Asked> asked =
                matchedRows.during(() -> rounds(invoice, known, known.net().amount()));
        if (!asked.result().unowned().isEmpty()) {
            return false;
        }
        askForApproval.ask(new ApprovalQuestion(
                subject,
                asked.result().rounds(),
                known.contentHash(),
                known.content(),
                why(known, asked),
                asked.result().lines()));
        return true;
    }

    /** The rows that asked for each level, the table's version and what it was asked with: told to whoever approves. */
    private static @Nullable WhyAsked why(ApprovalFacts.Facts known, MatchedRows.Watched<MatrixRounds.Asked> asked) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("net-amount", known.net().plain().toString());
        inputs.put("cost-centres", String.join(", ", new TreeSet<>(known.costCentres())));
        inputs.put("dimensions", String.join(", ", new TreeSet<>(known.dimensions())));
        inputs.put("document-type", known.documentType());
        inputs.put("new-supplier", String.valueOf(known.newSupplier()));
        inputs.put("supplier-risk", known.supplierRisk());
        inputs.put("over-budget", String.valueOf(known.overBudget()));
        inputs.put("cost-owners", String.join(", ", new TreeSet<>(known.costOwners())));
        return asked.tables().stream()
                .filter(table -> table.id().equals(ID))
                .findFirst()
                .map(table -> new WhyAsked(
                        table.id(),
                        table.version(),
                        inputs,
                        rows(table.rows(), asked.result().seats())))
                .orElse(null);
    }

    /** The table's rows and what came of them stand in the same order. */
    private static List<WhyAsked.Row> rows(List<MatchedRows.Row> matched, List<List<Seat>> seats) {
        return IntStream.range(0, matched.size())
                .mapToObj(n -> new WhyAsked.Row(
                        matched.get(n).id(),
                        matched.get(n).outputs(),
                        seats.get(n).stream().map(Seat::key).toList()))
                .toList();
    }

    /** Whom the matrix would ask next if the amount were beyond every band. */
    @Override
    public Optional<Duty> above(Subject subject, Duty level) {
        if (!subject.kind().equals(SUBJECT)) {
            return Optional.empty();
        }
        PurchaseInvoiceId invoice = new PurchaseInvoiceId(subject.id());
        ApprovalFacts.Facts known = facts.of(invoice);
        List<Duty> all = rounds(invoice, known, BEYOND_EVERY_BAND).rounds().stream()
                .flatMap(round -> round.seats().stream())
                .map(Seat::duty)
                .distinct()
                .toList();
        return all.stream().skip(all.indexOf(level) + 1L).findFirst();
    }

    private MatrixRounds.Asked rounds(PurchaseInvoiceId invoice, ApprovalFacts.Facts known, BigDecimal net) {
        DecisionService tables = decisions.getObject();
        DmnDecisionTableResult rows = models.definition(ID)
                .map(tables::evaluateDecisionTableById)
                .orElseGet(() -> tables.evaluateDecisionTableByKey(ID).decisionDefinitionWithoutTenantId())
                .variables(Variables.createVariables()
                        .putValue("company", known.companyTaxId())
                        .putValue("netAmount", net)
                        .putValue("costCentres", List.copyOf(known.costCentres()))
                        .putValue("dimensions", List.copyOf(known.dimensions()))
                        .putValue("documentType", known.documentType())
                        .putValue("newSupplier", known.newSupplier())
                        .putValue("supplierRisk", known.supplierRisk())
                        .putValue("overBudget", known.overBudget())
                        .putValue("costOwners", List.copyOf(known.costOwners())))
                .evaluate();
        return MatrixRounds.of(
                rows.getResultList().stream().map(ApprovalMatrix::row).toList(),
                whom.people()::byLogin,
                () -> whom.lines().of(invoice));
    }

    private static MatrixRounds.Row row(Map<String, @Nullable Object> row) {
        Object quorum = row.get("quorum");
        return new MatrixRounds.Row(
                String.valueOf(row.get("approver")),
                (String) row.get("round"),
                (String) row.get("kind"),
                quorum == null ? null : ((Number) quorum).intValue(),
                Boolean.TRUE.equals(row.get("chair")));
    }
}
