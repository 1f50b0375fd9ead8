package io.simbaerp.workflow.matrix.web;

import io.simbaerp.approval.proposal.RuleProposal;
import io.simbaerp.approval.proposal.RuleProposals;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.workflow.matrix.RowDraft;
import io.simbaerp.workflow.matrix.RowDrafts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of proposals show. */
@Component
class RuleProposalPages {

    private final RuleProposals proposals;
    private final RowDrafts drafts;
    private final ActorNames names;
    private final Permission permission;
    private final BusinessDay businessDay;
    private final RuleTexts texts;

    RuleProposalPages(
            RuleProposals proposals,
            RowDrafts drafts,
            ActorNames names,
            Permission permission,
            BusinessDay businessDay,
            RuleTexts texts) {
        this.proposals = proposals;
        this.drafts = drafts;
        this.names = names;
        this.permission = permission;
        this.businessDay = businessDay;
        this.texts = texts;
    }

    /** All of them. */
    record Listed(List<Row> rows) {}

    /** One in the list. */
    record Row(
            UUID id,
            String table,
            String row,
            String by,
            String named,
            String reason,
            Instant at,
            @Nullable String outcome,
            @Nullable UUID documentId,
            @Nullable String documentNumber) {}

    /**
     * One, with the row as it could be.
     *
     * @param draft nothing where the table has no such row any more, or it was decided
     * @param decides whether the reader may accept or dismiss it
     */
    record Shown(
            Row row,
            int version,
            List<Input> inputs,
            @Nullable RowDraft draft,
            boolean decides,
            @Nullable String decidedBy,
            @Nullable String note,
            @Nullable UUID modelVersion,
            LocalDate today) {}

    /** Something the table was asked with. */
    record Input(String label, String value) {}

    Listed list() {
        return new Listed(proposals.all().stream().map(this::row).toList());
    }

    Shown one(UUID id) {
        RuleProposal proposal = proposals.byId(id);
        return new Shown(
                row(proposal),
                proposal.version(),
                proposal.inputs().entrySet().stream()
                        .map(input -> new Input(text("approval.why." + input.getKey()), input.getValue()))
                        .toList(),
                proposal.outcome() == null ? draft(id) : null,
                proposal.outcome() == null && permission.has(Duty.PROPOSE_MODEL),
                proposal.decidedBy() == null ? null : name(proposal.decidedBy()),
                proposal.note(),
                proposal.modelVersion(),
                businessDay.today());
    }

    private @Nullable RowDraft draft(UUID id) {
        try {
            return drafts.of(id);
        } catch (RuleViolation gone) {
            return null;
        }
    }

    private Row row(RuleProposal proposal) {
        RuleProposal.Outcome outcome = proposal.outcome();
        return new Row(
                proposal.id(),
                text("workflow.element." + proposal.table()),
                proposal.row(),
                name(proposal.proposedBy()),
                name(proposal.named()),
                proposal.reason(),
                proposal.proposedAt(),
                outcome == null ? null : outcome.name(),
                proposal.documentId(),
                proposal.documentNumber());
    }

    private String name(UUID person) {
        return names.nameOf(Actor.person(person));
    }

    private String text(String key) {
        return texts.message(key, List.of());
    }
}
