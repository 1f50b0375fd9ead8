package io.simbaerp.payment.web;

import io.simbaerp.money.Money;
import io.simbaerp.page.TimelineRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment run as pages show it.
 *
 * @param tone of its state
 * @param count how many transfers it has
 * @param note why it came back
 * @param schemaMissing whether files can't be checked against the official schema here
 * @param proofs where proofs lead back to; only a preview takes them in
 * @param task the approver's task the page belongs to, so that letting an item through leads back there
 */
record RunPage(
        UUID id,
        String number,
        String state,
        String tone,
        Account account,
        Money total,
        int count,
        LocalDate dueUntil,
        List<OrderRow> orders,
        List<BlockedRow> blocked,
        List<Agreed> agreed,
        @Nullable String note,
        @Nullable String cancelReason,
        @Nullable FileCard file,
        boolean schemaMissing,
        May may,
        @Nullable UUID task,
        @Nullable ProposalForm proofs,
        List<TimelineRow> timeline) {

    /** The own account paid from. */
    record Account(String name, String number, String currency) {}

    /**
     * What the reader may do with it now.
     *
     * @param version of the run as it is shown; whatever they do is refused once it is another one
     */
    record May(boolean change, boolean cancel, boolean cancelReleased, boolean letThrough, int version) {}

    /**
     * A transfer.
     *
     * @param id nothing as long as it is only planned
     * @param moved which day it was to be paid on, if banks move nothing then
     * @param letThrough who let it through, in spite of what and why: a sentence each
     * @param since what became of it after its file had left
     */
    record OrderRow(
            @Nullable UUID id,
            UUID payeeId,
            String payee,
            String account,
            String title,
            String kind,
            LocalDate payOn,
            @Nullable String moved,
            Money amount,
            List<Voucher> vouchers,
            List<String> letThrough,
            @Nullable Since since) {}

    /**
     * What became of an order whose file has left.
     *
     * @param text in a word or a sentence
     * @param mayLetGo whether the reader may let it go
     */
    record Since(String tone, String text, boolean mayLetGo) {}

    /** What a transfer settles; a link where the reader may see the document. */
    record Voucher(@Nullable UUID documentId, String number, Money amount) {}

    /**
     * What is not paid, and why.
     *
     * @param reasons everything that stands in the way, a sentence each
     * @param account whether the payee's page is where it can be mended
     * @param iban about which the White List is to be asked, if that would help
     */
    record BlockedRow(
            UUID item,
            UUID payeeId,
            String payee,
            Voucher voucher,
            LocalDate dueOn,
            List<String> reasons,
            boolean mayBeLetThrough,
            boolean account,
            @Nullable String iban) {}

    /** Who had a hand in it: the message says as what. */
    record Agreed(String name, String message, @Nullable Instant at) {}

    /** The file for the bank. */
    record FileCard(String name, String messageId, String sha256, String size, boolean schemaChecked, Instant madeAt) {}
}
