package io.simbaerp.payment;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.confidential.Confidential;
import io.simbaerp.company.bankaccount.OwnAccountView;
import io.simbaerp.money.Money;
import io.simbaerp.party.Address;
import io.simbaerp.payment.proposal.BlockReason;
import io.simbaerp.payment.proposal.Obstacle;
import io.simbaerp.payment.proposal.PaymentKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment run: what is ordered from which account and what is not.
 *
 * @param payOn the day on which everything is paid, if one was wished for
 * @param proposal who put it together and when, and who sent it on
 * @param note why it came back from approval or could not be released
 * @param cancelReason why it was cancelled
 * @param file what the bank gets, once released
 */
public record PaymentRunView(
        PaymentRunId id,
        String number,
        PaymentRunState state,
        OwnAccountView account,
        LocalDate dueUntil,
        @Nullable LocalDate payOn,
        Proposal proposal,
        @Nullable String note,
        @Nullable String cancelReason,
        List<Order> orders,
        List<Blocked> blocked,
        @Nullable FileRow file,
        int version) {

    public PaymentRunView {
        orders = List.copyOf(orders);
        blocked = List.copyOf(blocked);
    }

    /** Who put a run together and who sent it to approval, and for whom: actors as text. */
    public record Proposal(
            String proposedBy,
            @Nullable String proposedFor,
            Instant proposedAt,
            @Nullable String sentBy,
            @Nullable String sentFor,
            @Nullable String approvedBy) {}

    /**
     * A transfer.
     *
     * @param reference our end-to-end reference
     * @param letThrough why an approver let it through, if one had to
     * @param letGo that it was let go after its file had left
     */
    public record Order(
            UUID id,
            int position,
            PaymentKind kind,
            UUID payeeId,
            String payeeName,
            Address address,
            String iban,
            Money amount,
            LocalDate payOn,
            String title,
            String reference,
            @Nullable LetThrough letThrough,
            @Nullable LetGo letGo,
            List<Item> items) {

        /** Whether the run keeps others from paying any of it. */
        public boolean held() {
            return items.stream().map(Item::holding).anyMatch(holding -> holding != null && holding.live());
        }

        /** The documents it pays. */
        public List<UUID> documents() {
            return items.stream()
                    .map(Item::documentId)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
        }

        /** What is open still of everything it was to settle, as a debt of ours. */
        public Money stillOpen() {
            return items.stream()
                    .map(Item::holding)
                    .filter(Objects::nonNull)
                    .map(Holding::stillOpen)
                    .reduce(Money.zero(amount.currency()), Money::plus);
        }

        /** What the transfer says, for whoever may see every document it pays. */
        public String shownTitle() {
            return items.stream().anyMatch(Item::unseen) ? Confidential.UNSEEN : title;
        }
    }

    /**
     * That an approver let an order through which would have been blocked.
     *
     * @param reasons what they were shown and decided about; nothing else
     */
    public record LetThrough(String by, List<BlockReason> reasons, String comment) {

        public LetThrough {
            reasons = List.copyOf(reasons);
        }
    }

    /** That a person let an order go after its file had left, so that what is open of it may be paid again. */
    public record LetGo(String by, @Nullable String forWhom, Instant at, String reason) {}

    /**
     * What became of an item since it was ordered.
     *
     * @param live whether its order still keeps others from paying it
     * @param settled what the books say was settled of it, by whatever way; negative for a credit
     * @param stillOpen what is open of it now; negative for a credit
     */
    public record Holding(boolean live, Money settled, Money stillOpen) {}

    /**
     * An item an order settles.
     *
     * @param amount negative for a credit
     * @param unseen whether whoever looks may not see its document; the run itself is judged whole all the same
     * @param holding nothing as long as it is not ordered
     */
    public record Item(
            UUID openItemId,
            Money amount,
            LocalDate dueDate,
            @Nullable UUID documentId,
            String number,
            boolean unseen,
            @Nullable Holding holding) {

        /** The same as part of an order. */
        public Item held(Holding since) {
            return new Item(openItemId, amount, dueDate, documentId, number, unseen, since);
        }

        /** The document, for whoever may see it. */
        public @Nullable UUID shownDocument() {
            return unseen ? null : documentId;
        }

        /** The document's number, for whoever may see it. */
        public String shownNumber() {
            return unseen ? Confidential.UNSEEN : number;
        }
    }

    /** An item that is not ordered, and everything that stands in its way. */
    public record Blocked(Item item, UUID payeeId, String payeeName, List<Obstacle> obstacles) {

        public Blocked {
            obstacles = List.copyOf(obstacles);
        }

        /** What is said of it first. */
        public BlockReason reason() {
            return obstacles.get(0).reason();
        }

        /** All of it, as keys. */
        public List<BlockReason> reasons() {
            return obstacles.stream().map(Obstacle::reason).toList();
        }

        /** Whether an approver may decide about all of it. */
        public boolean mayBeLetThrough() {
            return reasons().stream().allMatch(BlockReason::mayBeLetThrough);
        }
    }

    /** The payment file. */
    public record FileRow(
            String name, String messageId, String sha256, long size, boolean schemaChecked, Instant madeAt) {}

    /** @throws RuleViolation payment-run.not-in-state */
    void require(PaymentRunState wanted) {
        if (state != wanted) {
            throw new RuleViolation("payment-run.not-in-state", number, state.name());
        }
    }

    /** What goes out altogether. */
    public Money total() {
        return orders.stream().map(Order::amount).reduce(Money.zero(account.currency()), Money::plus);
    }

    /** The documents behind everything ordered. */
    public List<UUID> documents() {
        return orders.stream()
                .flatMap(order -> order.documents().stream())
                .distinct()
                .toList();
    }

    /** Whether anything in it could still be paid: an order, or an item an approver may let through. */
    public boolean canBeSent() {
        return !orders.isEmpty() || blocked.stream().anyMatch(Blocked::mayBeLetThrough);
    }
}
