package io.simbaerp.expense;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.expense.store.ClaimRows;
import io.simbaerp.expense.store.LineRows;
import java.util.UUID;

/** Takes a line out of one's draft; its receipt stays in the archive. */
@UseCase(Duty.CLAIM_EXPENSE)
public class RemoveLine {

    private final ClaimRows claims;
    private final LineRows lines;
    private final ClaimNews news;

    RemoveLine(ClaimRows claims, LineRows lines, ClaimNews news) {
        this.claims = claims;
        this.lines = lines;
        this.news = news;
    }

    /**
     * @param edition the edition of the claim that was read
     * @throws NotFound of a claim of somebody else, or a line of another claim
     * @throws io.simbaerp.architecture.RuleViolation expense.not-a-draft
     * @throws io.simbaerp.architecture.Conflict expense.changed-meanwhile
     */
    public void remove(@About("expense-claim") UUID claim, int edition, UUID line) {
        ClaimView before = claims.ownDraft(claim, edition);
        if (before.lines().stream().noneMatch(one -> one.id().equals(line))) {
            throw new NotFound("expense-line", line);
        }
        lines.remove(line);
        claims.touch(claim);
        news.changed(claim);
    }
}
