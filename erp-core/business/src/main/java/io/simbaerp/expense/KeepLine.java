package io.simbaerp.expense;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.expense.policy.Categories;
import io.simbaerp.expense.policy.Category;
import io.simbaerp.expense.reckoning.Drive;
import io.simbaerp.expense.reckoning.Reckoning;
import io.simbaerp.expense.reckoning.Trip;
import io.simbaerp.expense.reckoning.Worth;
import io.simbaerp.expense.store.ClaimRows;
import io.simbaerp.expense.store.LineRows;
import io.simbaerp.expense.store.ReceiptRows;
import io.simbaerp.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds a line to one's draft or changes one of it; its receipt was kept before, by {@link KeepReceipt}. */
@UseCase(Duty.CLAIM_EXPENSE)
public class KeepLine {

    private final ClaimRows claims;
    private final LineRows lines;
    private final ReceiptRows receipts;
    private final Judged judged;
    private final ClaimNews news;

    KeepLine(ClaimRows claims, LineRows lines, ReceiptRows receipts, Judged judged, ClaimNews news) {
        this.claims = claims;
        this.lines = lines;
        this.receipts = receipts;
        this.judged = judged;
        this.news = news;
    }

    /**
     * The line's id.
     *
     * @param edition the edition of the claim that was read
     * @param line the line that is changed; nothing adds one
     * @throws NotFound of a claim of somebody else, or a line of another claim
     * @throws RuleViolation of expense: not-a-draft, category-unknown, amount-missing, amount-wrong, rate-missing,
     *     receipt-missing, drive-missing, trip-missing, trip-too-short, trip-not-over, day-to-come, mileage-rate-missing, receipt-unknown
     * @throws io.simbaerp.architecture.Conflict expense.changed-meanwhile
     */
    public UUID keep(@About("expense-claim") UUID claim, int edition, @Nullable UUID line, LineDraft draft) {
        ClaimView before = claims.ownDraft(claim, edition);
        ClaimView.LineView old = line == null
                ? null
                : before.lines().stream()
                        .filter(one -> one.id().equals(line))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("expense-line", line));
        ClaimView.ReceiptView receipt = receipt(claim, draft.receipt(), old);
        Worth worth = judged.worth(draft, receipt);
        UUID kept = line;
        if (kept == null) {
            kept = lines.add(claim, draft, worth, receipt);
        } else {
            lines.change(kept, draft, worth, receipt);
        }
        claims.touch(claim);
        news.changed(claim);
        return kept;
    }

    private ClaimView.@Nullable ReceiptView receipt(
            UUID claim, @Nullable String sha256, ClaimView.@Nullable LineView before) {
        return sha256 == null
                ? before == null ? null : before.receipt()
                : receipts.find(claim, sha256)
                        .orElseThrow(() -> RuleViolation.ofField("receipt", "expense.receipt-unknown", sha256));
    }

    /** What a line has to keep to, and what it is worth. */
    @Component
    record Judged(Categories categories, Reckoning reckoning, BusinessDay businessDay) {

        Worth worth(LineDraft draft, ClaimView.@Nullable ReceiptView receipt) {
            Category category = categories
                    .find(draft.category())
                    .filter(Category::active)
                    .orElseThrow(() -> RuleViolation.ofField("category", "expense.category-unknown", draft.category()));
            if (draft.spentOn().isAfter(businessDay.today())) {
                throw RuleViolation.ofField("spentOn", "expense.day-to-come", draft.spentOn());
            }
            return switch (category.kind()) {
                case EXPENSE -> expense(draft, receipt, category);
                case MILEAGE -> reckoning.drive(drive(draft), draft.spentOn());
                case PER_DIEM -> reckoning.trip(trip(draft));
            };
        }

        private Worth expense(LineDraft draft, ClaimView.@Nullable ReceiptView receipt, Category category) {
            Money gross = draft.gross();
            if (gross == null) {
                throw RuleViolation.ofField("gross", "expense.amount-missing");
            }
            Worth worth = reckoning.expense(gross, draft.spentOn());
            if (receipt == null
                    && draft.noReceiptReason() == null
                    && worth.base().compareTo(category.receiptAbove()) > 0) {
                throw RuleViolation.ofField("receipt", "expense.receipt-missing", category.receiptAbove());
            }
            return worth;
        }

        private static Drive drive(LineDraft draft) {
            Drive drive = draft.drive();
            if (drive == null) {
                throw RuleViolation.ofField("kilometres", "expense.drive-missing");
            }
            return drive;
        }

        private static Trip trip(LineDraft draft) {
            Trip trip = draft.trip();
            if (trip == null) {
                throw RuleViolation.ofField("from", "expense.trip-missing");
            }
            return trip;
        }
    }
}
