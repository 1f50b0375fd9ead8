package io.simbaerp.workflow.matrix;

import io.simbaerp.approval.proposal.RuleProposal;
import io.simbaerp.approval.proposal.RuleProposals;
import io.simbaerp.approval.round.SeatPeople;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The row a proposal is about, as it would be if whoever was named were asked. */
@Query(Duty.VIEW_MODEL)
public class RowDrafts {

    private final RuleProposals proposals;
    private final TableRows rows;
    private final SeatPeople people;

    RowDrafts(RuleProposals proposals, TableRows rows, SeatPeople people) {
        this.proposals = proposals;
        this.rows = rows;
        this.people = people;
    }

    /**
     * Of the table as it is in force now.
     *
     * @throws io.simbaerp.architecture.NotFound if there is no such proposal
     * @throws io.simbaerp.architecture.RuleViolation rule-proposal.row-gone
     */
    public RowDraft of(UUID proposal) {
        RuleProposal asked = proposals.byId(proposal);
        TableRows.Found found = rows.find(asked.table(), asked.row());
        List<String> outputs = new ArrayList<>(found.outputs());
        if (found.approver() >= 0) {
            people.loginOf(asked.named()).ifPresent(login -> outputs.set(found.approver(), "\"PERSON " + login + "\""));
        }
        return new RowDraft(
                asked.table(),
                asked.row(),
                found.note(),
                cells(found.inputLabels(), found.inputs(), found.inputs()),
                cells(found.outputLabels(), found.outputs(), outputs));
    }

    private static List<RowDraft.Cell> cells(List<String> labels, List<String> now, List<String> draft) {
        List<RowDraft.Cell> cells = new ArrayList<>();
        for (int cell = 0; cell < now.size(); cell++) {
            cells.add(new RowDraft.Cell(String.valueOf(labels.get(cell)), now.get(cell), draft.get(cell)));
        }
        return cells;
    }
}
