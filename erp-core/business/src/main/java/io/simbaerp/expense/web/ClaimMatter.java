package io.simbaerp.expense.web;

import io.simbaerp.approval.DecidedContent;
import io.simbaerp.approval.history.PriorAct;
import io.simbaerp.approval.matter.ApprovalMatter;
import io.simbaerp.approval.round.Round;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Extent;
import io.simbaerp.expense.ClaimApprovers;
import io.simbaerp.expense.ClaimView;
import io.simbaerp.expense.ExpenseClaims;
import io.simbaerp.task.TaskFacts;
import io.simbaerp.task.TaskPage;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The approval of a claim: by the superior first, never by its claimant, about exactly what was sent. */
@Component
class ClaimMatter implements ApprovalMatter {

    private final ExpenseClaims claims;
    private final ClaimApprovers approvers;
    private final ClaimPages pages;

    ClaimMatter(ExpenseClaims claims, ClaimApprovers approvers, ClaimPages pages) {
        this.claims = claims;
        this.approvers = approvers;
        this.pages = pages;
    }

    @Override
    public String kind() {
        return "expense-claim";
    }

    @Override
    public List<Duty> levels(UUID id) {
        return rounds(id).stream()
                .flatMap(round -> round.seats().stream())
                .map(seat -> seat.duty())
                .toList();
    }

    @Override
    public List<Round> rounds(UUID id) {
        return approvers.of(claims.byId(id));
    }

    @Override
    public String content(UUID id) {
        return claims.content(id);
    }

    @Override
    public List<TaskFacts.ChangedField> changes(UUID id, DecidedContent before) {
        return ContentChanges.between(before.content(), claims.content(id));
    }

    @Override
    public String contentHash(UUID id) {
        return Objects.requireNonNull(claims.byId(id).contentHash());
    }

    @Override
    public List<PriorAct> priorActs(UUID id) {
        return ClaimApprovers.acts(claims.byId(id));
    }

    @Override
    public Extent extent(UUID id) {
        return ClaimApprovers.extent(claims.byId(id));
    }

    @Override
    public TaskFacts facts(UUID id) {
        return facts(claims.byId(id));
    }

    static TaskFacts facts(ClaimView claim) {
        return new TaskFacts(
                List.of(claim.purpose()),
                claim.claimantName(),
                claim.number(),
                claim.total(),
                claim.contentHash(),
                List.of(
                        new TaskFacts.ShownField("expense.field.purpose", claim.purpose()),
                        new TaskFacts.ShownField("expense.field.claimant", claim.claimantName()),
                        new TaskFacts.ShownField(
                                "expense.field.total", claim.total().toString())));
    }

    @Override
    public Shown shown(UUID id) {
        ClaimPage page = pages.page(id);
        return new Shown(
                new TaskPage.Part("expense/parts", "approval", page),
                new TaskPage.Part("expense/parts", "paper", page));
    }
}
