package io.simbaerp.workflow.matrix.web;

import io.simbaerp.approval.proposal.DismissRuleProposal;
import io.simbaerp.approval.proposal.RuleProposal;
import io.simbaerp.approval.proposal.RuleProposals;
import io.simbaerp.page.Page;
import io.simbaerp.workflow.matrix.ProposeRow;
import io.simbaerp.workflow.matrix.RowDraft;
import io.simbaerp.workflow.matrix.RowDrafts;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Proposals of other rows over REST. */
@RestController
@RequestMapping("/api/v1/rule-proposals")
class RuleProposalResource {

    private final RuleProposals proposals;
    private final RowDrafts drafts;
    private final ProposeRow proposeRow;
    private final DismissRuleProposal dismiss;

    RuleProposalResource(
            RuleProposals proposals, RowDrafts drafts, ProposeRow proposeRow, DismissRuleProposal dismiss) {
        this.proposals = proposals;
        this.drafts = drafts;
        this.proposeRow = proposeRow;
        this.dismiss = dismiss;
    }

    /** Why a rule stays as it is. */
    record DismissJson(@Nullable String reason) {}

    /** The version of the table that was proposed. */
    record AcceptedJson(UUID modelVersion) {}

    @GetMapping
    Page<RuleProposal> all() {
        return new Page<>(proposals.all(), null);
    }

    @GetMapping("/{id}")
    RuleProposal one(@PathVariable UUID id) {
        return proposals.byId(id);
    }

    /** The row as it would be. */
    @GetMapping("/{id}/draft")
    RowDraft draft(@PathVariable UUID id) {
        return drafts.of(id);
    }

    @PostMapping("/{id}/accept")
    AcceptedJson accept(@PathVariable UUID id, @RequestBody ProposeRow.Cells cells) {
        return new AcceptedJson(proposeRow.propose(id, cells));
    }

    @PostMapping("/{id}/dismiss")
    RuleProposal dismiss(@PathVariable UUID id, @RequestBody DismissJson said) {
        dismiss.dismiss(id, said.reason());
        return proposals.byId(id);
    }
}
