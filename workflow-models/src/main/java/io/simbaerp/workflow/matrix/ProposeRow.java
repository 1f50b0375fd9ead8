package io.simbaerp.workflow.matrix;

import io.simbaerp.approval.proposal.AcceptRuleProposal;
import io.simbaerp.approval.proposal.RuleProposal;
import io.simbaerp.approval.proposal.RuleProposals;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.workflow.model.ModelDraft;
import io.simbaerp.workflow.model.ProposeModel;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Proposes the table with the row changed, because somebody was asked wrongly; somebody else decides about it. */
@UseCase(Duty.PROPOSE_MODEL)
public class ProposeRow {

    private static final int LONGEST = 1000;

    private final RuleProposals proposals;
    private final TableRows rows;
    private final ProposeModel proposeModel;
    private final AcceptRuleProposal accept;

    ProposeRow(RuleProposals proposals, TableRows rows, ProposeModel proposeModel, AcceptRuleProposal accept) {
        this.proposals = proposals;
        this.rows = rows;
        this.proposeModel = proposeModel;
        this.accept = accept;
    }

    /** The row's cells in the table's order, and why and from which day on they are to hold. */
    public record Cells(
            @Nullable List<String> inputs,
            @Nullable List<String> outputs,
            @Nullable String reason,
            @Nullable LocalDate effectiveFrom) {}

    /**
     * The version that was proposed.
     *
     * @throws io.simbaerp.architecture.NotFound if there is no such proposal
     * @throws RuleViolation rule-proposal.row-gone, rule-proposal.cells-wrong, rule-proposal.decided,
     *     model.reason-missing, model.effective-in-the-past
     */
    public UUID propose(@About("rule-proposal") UUID proposal, Cells cells) {
        RuleProposal asked = proposals.byId(proposal);
        TableRows.Found found = rows.find(asked.table(), asked.row());
        UUID version = proposeModel.propose(new ModelDraft(
                found.with(
                        fitting(cells.inputs(), found.inputs().size()),
                        fitting(cells.outputs(), found.outputs().size())),
                cells.reason() == null ? "" : cells.reason(),
                cells.effectiveFrom()));
        accept.accept(proposal, version);
        return version;
    }

    private static List<String> fitting(@Nullable List<String> cells, int count) {
        if (cells == null
                || cells.size() != count
                || cells.stream().anyMatch(cell -> cell == null || cell.length() > LONGEST)) {
            throw new RuleViolation("rule-proposal.cells-wrong", count);
        }
        return cells;
    }
}
