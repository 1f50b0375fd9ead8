package io.simbaerp.invoice.booking.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.document.DocumentId;
import io.simbaerp.invoice.PurchaseInvoices;
import io.simbaerp.invoice.booking.ReversedPostings;
import io.simbaerp.invoice.booking.TakeBack;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What taking an invoice back will do, before it is done, and what was taken back before. */
@Component
class InvoiceReversals {

    private static final int PERIODS_TO_CHOOSE = 14;

    private final PurchaseInvoices invoices;
    private final TakeBack takeBack;
    private final ReversedPostings reversedPostings;
    private final FiscalPeriods periods;
    private final BusinessDay businessDay;
    private final ActorNames names;

    InvoiceReversals(
            PurchaseInvoices invoices,
            TakeBack takeBack,
            ReversedPostings reversedPostings,
            FiscalPeriods periods,
            BusinessDay businessDay,
            ActorNames names) {
        this.invoices = invoices;
        this.takeBack = takeBack;
        this.reversedPostings = reversedPostings;
        this.periods = periods;
        this.businessDay = businessDay;
        this.names = names;
    }

    /** An entry that will be reversed. */
    record EntryRow(UUID id, String number, LocalDate postingDate, String narration, Money total) {

        static EntryRow of(JournalEntryDetails entry) {
            return new EntryRow(
                    entry.id().value(), entry.number(), entry.postingDate(), entry.narration(), entry.total());
        }
    }

    /**
     * A posting that was taken back.
     *
     * @param entry the entry it was; nothing if it moved no money
     */
    record PastRow(
            Instant postedAt,
            @Nullable UUID entry,
            @Nullable UUID reversal,
            String reason,
            String reversedBy,
            Instant reversedAt) {}

    /**
     * What a reversal would do.
     *
     * @param possible whether the invoice is posted
     * @param entries what will be reversed, the latest first
     * @param blackAllowed whether it may be done in black
     * @param openPeriods the periods it may be done in
     * @param before what was taken back before
     */
    record ReversalView(
            UUID document,
            String number,
            boolean possible,
            List<EntryRow> entries,
            boolean blackAllowed,
            LocalDate today,
            @Nullable String currentPeriod,
            List<String> openPeriods,
            List<PastRow> before) {}

    /** @throws NotFound if the document is no invoice */
    InvoiceDetails invoice(UUID document) {
        return invoices.byDocument(new DocumentId(document)).orElseThrow(() -> new NotFound("document", document));
    }

    ReversalView of(UUID document) {
        InvoiceDetails details = invoice(document);
        List<JournalEntryDetails> standing = takeBack.standing(details);
        LocalDate today = businessDay.today();
        return new ReversalView(
                document,
                details.number(),
                details.state().equals("POSTED"),
                standing.stream().map(EntryRow::of).toList(),
                standing.stream().flatMap(entry -> entry.lines().stream()).noneMatch(line -> line.amount()
                        .isNegative()),
                today,
                periods.of(today).map(FiscalPeriodView::code).orElse(null),
                periods.from(details.postingDate() == null ? today : details.postingDate(), PERIODS_TO_CHOOSE).stream()
                        .filter(FiscalPeriodView::open)
                        .map(FiscalPeriodView::code)
                        .toList(),
                reversedPostings.of(details.id()).stream().map(this::past).toList());
    }

    private PastRow past(ReversedPostings.Row row) {
        return new PastRow(
                row.postedAt(),
                row.entry(),
                row.reversal(),
                row.reason(),
                names.nameOf(Actor.parse(row.reversedBy())),
                row.reversedAt());
    }

    /** The day somebody named, else today. */
    LocalDate day(@Nullable LocalDate named) {
        return named == null ? businessDay.today() : named;
    }

    /**
     * The period somebody named, else the one of the day.
     *
     * @throws RuleViolation period.unknown
     */
    String period(@Nullable String named, LocalDate day) {
        return named != null
                ? named.strip()
                : periods.of(day)
                        .map(FiscalPeriodView::code)
                        .orElseThrow(() -> RuleViolation.ofField("period", "period.unknown", day));
    }
}
