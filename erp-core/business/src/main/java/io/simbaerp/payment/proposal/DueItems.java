package io.simbaerp.payment.proposal;

import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.TaxIdText;
import io.simbaerp.invoice.payable.PayableInvoice;
import io.simbaerp.invoice.payable.PayableInvoices;
import io.simbaerp.ledger.OpenItems;
import io.simbaerp.ledger.OpenItems.OpenItemView;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.Money;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import io.simbaerp.payment.store.RunRows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what is due, with everything that decides about it. */
@Component
public class DueItems {

    private final OpenItems openItems;
    private final PayableInvoices invoices;
    private final Parties parties;
    private final RunRows runs;
    private final BusinessDay businessDay;

    DueItems(OpenItems openItems, PayableInvoices invoices, Parties parties, RunRows runs, BusinessDay businessDay) {
        this.openItems = openItems;
        this.invoices = invoices;
        this.parties = parties;
        this.runs = runs;
        this.businessDay = businessDay;
    }

    /** Everything owed to suppliers that is due on this day or earlier, and their credits. */
    public List<PayableItem> until(LocalDate day) {
        return complete(openItems.payableUntil(day));
    }

    /** One item, as it stands now. */
    public Optional<PayableItem> one(UUID openItemId) {
        return these(List.of(openItemId)).stream().findFirst();
    }

    /** These items, as they stand now. */
    public List<PayableItem> these(Collection<UUID> openItemIds) {
        return complete(openItems.ofIdsSeen(openItemIds));
    }

    private List<PayableItem> complete(List<OpenItemView> items) {
        Map<UUID, PayableInvoice> vouchers = invoices.ofDocuments(items.stream()
                .map(OpenItemView::documentId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<UUID, PartyView> payees =
                parties
                        .byIds(items.stream()
                                .map(item -> new PartyId(item.partyId()))
                                .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(party -> party.id().value(), Function.identity()));
        Map<UUID, OpenItems.Holder> held =
                runs.holders(items.stream().map(OpenItemView::id).toList());
        Map<UUID, Set<String>> proofs = runs.proofsOf(businessDay.today());
        return items.stream()
                .map(item -> {
                    PayableInvoice invoice = item.documentId() == null ? null : vouchers.get(item.documentId());
                    return new PayableItem(
                            item.id(),
                            Objects.requireNonNull(payees.get(item.partyId())),
                            toPay(item, invoice),
                            item.dueDate(),
                            voucher(item, invoice),
                            proofs.getOrDefault(item.partyId(), Set.of()),
                            name(held.get(item.id())));
                })
                .toList();
    }

    private static @Nullable String name(OpenItems.@Nullable Holder holder) {
        return holder == null ? null : holder.name();
    }

    /**
     * What is left to pay. What the supplier says was paid in part is never paid again, whether or not it was matched with
     * the item already.
     */
    static Money toPay(OpenItemView item, @Nullable PayableInvoice invoice) {
        Money open = item.owed();
        if (invoice == null || invoice.paidBefore().isZero() || open.isNegative()) {
            return open;
        }
        Money claimed = whole(item).minus(invoice.paidBefore());
        return claimed.amount().signum() > 0 && claimed.compareTo(open) < 0 ? claimed : open;
    }

    /** The parts the supplier names may come to the whole. */
    private static boolean isPaid(OpenItemView item, PayableInvoice invoice) {
        return invoice.paid()
                || !invoice.paidBefore().isZero() && invoice.paidBefore().compareTo(whole(item)) >= 0;
    }

    /** The item as it was posted, as a debt of ours. */
    private static Money whole(OpenItemView item) {
        return item.side() == Side.CREDIT ? item.amount() : item.amount().negated();
    }

    /** What no invoice stands behind, such as a manual entry, is known by its entry. */
    private static PayableItem.Voucher voucher(OpenItemView item, @Nullable PayableInvoice invoice) {
        if (invoice == null) {
            String number = Objects.requireNonNullElse(item.documentNumber(), item.entryNumber());
            return new PayableItem.Voucher(
                    item.documentId(), number, null, null, null, item.owed(), null, item.splitPayment());
        }
        return new PayableItem.Voucher(
                item.documentId(),
                invoice.number(),
                invoice.ksefNumber(),
                invoice.supplierTaxId() == null ? null : TaxIdText.digits(invoice.supplierTaxId()),
                invoice.account(),
                invoice.gross(),
                invoice.vat(),
                item.splitPayment() || invoice.splitPayment(),
                item.owed().amount().signum() > 0 && isPaid(item, invoice));
    }
}
