package io.simbaerp.payment;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import io.simbaerp.archive.OpenOriginal;
import io.simbaerp.money.Money;
import io.simbaerp.payment.proposal.PaymentPlan;
import io.simbaerp.payment.proposal.ProposalPlanner;
import io.simbaerp.payment.store.RunList;
import io.simbaerp.payment.store.RunRows;
import io.simbaerp.payment.store.SettledSince;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Payment runs: what would be paid, what is paid, and the files for the bank. */
@Query(Duty.VIEW_PAYMENT)
public class PaymentRuns {

    /** The name of their list. */
    public static final String LIST = "payment-runs";

    /** A payment run as lists show it. */
    public record Row(
            PaymentRunId id,
            String number,
            PaymentRunState state,
            String accountName,
            LocalDate dueUntil,
            Money total,
            int orders,
            int blocked,
            String proposedBy,
            Instant proposedAt,
            int version) {}

    private final RunRows rows;
    private final RunList list;
    private final ProposalPlanner planner;
    private final OpenOriginal openOriginal;
    private final SettledSince settledSince;

    PaymentRuns(
            RunRows rows, RunList list, ProposalPlanner planner, OpenOriginal openOriginal, SettledSince settledSince) {
        this.rows = rows;
        this.list = list;
        this.planner = planner;
        this.openOriginal = openOriginal;
        this.settledSince = settledSince;
    }

    public Optional<PaymentRunView> byId(PaymentRunId id) {
        return rows.byId(id);
    }

    /** What the books settled, or opened again, of its items after its file had left; in the order of time. */
    public List<SettledSince.Move> settledSince(PaymentRunId id) {
        return settledSince.of(id);
    }

    /** Those of them that there are, as lists show them, in this order. */
    public List<Row> byIds(List<UUID> ids) {
        return list.rows(ids);
    }

    /**
     * What a run of this draft would order and block; nothing is kept of it.
     *
     * @throws io.simbaerp.architecture.RuleViolation payment-run.account-off, payment-run.day-past
     */
    public PaymentPlan preview(PaymentRunDraft draft) {
        return planner.plan(draft);
    }

    /**
     * The payment file, byte for byte as it was made at release.
     *
     * @throws NotFound if the run was never released
     */
    public byte[] file(PaymentRunId id) {
        return rows.byId(id)
                .map(PaymentRunView::file)
                .map(file -> openOriginal.content(file.sha256()))
                .orElseThrow(() -> new NotFound("payment-file", id));
    }
}
