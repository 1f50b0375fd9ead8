package io.simbaerp.invoice.booking;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.registration.Occasion;
import io.simbaerp.invoice.registration.VatPeriod;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.PostJournalEntry;
import io.simbaerp.ledger.Side;
import io.simbaerp.tax.RecordVatRegister;
import io.simbaerp.tax.VatRegisterRowDraft;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves input tax from the account it waits on to that of input tax, and its register rows into their month. */
@Component
class DeferredVat {

    private final WaitingTax waitingTax;
    private final PostJournalEntry postJournalEntry;
    private final RecordVatRegister recordVatRegister;
    private final FiscalPeriods periods;
    private final JdbcClient jdbc;
    private final Occasion occasion;

    DeferredVat(
            WaitingTax waitingTax,
            PostJournalEntry postJournalEntry,
            RecordVatRegister recordVatRegister,
            FiscalPeriods periods,
            JdbcClient jdbc,
            Occasion occasion) {
        this.waitingTax = waitingTax;
        this.postJournalEntry = postJournalEntry;
        this.recordVatRegister = recordVatRegister;
        this.periods = periods;
        this.jdbc = jdbc;
        this.occasion = occasion;
    }

    /** Two deductions of one invoice follow each other. */
    void holdFor(InvoiceDetails details) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", occasion.company() + "|vat-deduction|" + details.id())
                .query((row, n) -> true)
                .list();
    }

    /** In the month it was deducted in from the start, if that month's books are open already. */
    void moveWhenDue(InvoiceDetails details) {
        LocalDate due = YearMonth.parse(String.valueOf(details.vatPeriod())).atDay(1);
        boolean open = periods.of(due).map(FiscalPeriodView::open).orElse(false);
        if (open && !waitingTax.of(details).isEmpty()) {
            deduct(details, due, null);
        }
    }

    /** @param share how much of the invoice was paid; nothing for all that is left */
    void deduct(InvoiceDetails details, LocalDate day, @Nullable BigDecimal share) {
        DeductDeferredVat.Deduction deduction = plan(details, day, share);
        if (!deduction.rows().isEmpty()) {
            recordVatRegister.record(deduction.rows());
        }
        if (deduction.entry() != null) {
            postJournalEntry.post(deduction.entry());
        }
    }

    /** What deducting writes. */
    DeductDeferredVat.Deduction plan(InvoiceDetails details, LocalDate day, @Nullable BigDecimal share) {
        List<WaitingTax.Part> waiting = waitingTax.of(details);
        if (waiting.isEmpty()) {
            throw new RuleViolation("vat-deduction.nothing-waits", details.number());
        }
        String month = details.vatPeriod();
        if (month != null && YearMonth.from(day).isBefore(YearMonth.parse(month))) {
            throw RuleViolation.ofField("paidOn", "vat-deduction.month-to-come", month);
        }
        List<WaitingTax.Part> parts = month != null || share == null
                ? waiting
                : waiting.stream().map(part -> part.share(share)).toList();
        String key = "vat-deduction:" + details.id() + ":" + waitingTax.deductions(details);
        List<LineDraft> lines = lines(parts);
        return new DeductDeferredVat.Deduction(
                month == null ? rows(details, parts, monthOf(details, day), key) : List.of(),
                lines.isEmpty() ? null : entry(details, day, lines, key));
    }

    /** Not before the invoice was here and its tax due. */
    private static String monthOf(InvoiceDetails details, LocalDate day) {
        String first = VatPeriod.earliestMonth(details.dates());
        String paid = YearMonth.from(day).toString();
        return paid.compareTo(first) < 0 ? first : paid;
    }

    /** What is deducted in its month, and the same off what waits. */
    private static List<VatRegisterRowDraft> rows(
            InvoiceDetails details, List<WaitingTax.Part> parts, String month, String key) {
        return parts.stream()
                .filter(part -> !part.base().isZero() || !part.tax().isZero())
                .flatMap(part ->
                        Stream.of(part.row(details, month, key), part.negated().row(details, null, key)))
                .toList();
    }

    private static List<LineDraft> lines(List<WaitingTax.Part> parts) {
        List<LineDraft> lines = new ArrayList<>();
        for (WaitingTax.Part part : parts) {
            if (!part.deferred().isZero()) {
                lines.add(part.line(part.code().inputAccount(), Side.DEBIT));
                lines.add(part.line(part.code().deferredAccount(), Side.CREDIT));
            }
        }
        return lines;
    }

    private JournalEntryDraft entry(InvoiceDetails details, LocalDate day, List<LineDraft> lines, String key) {
        Optional<FiscalPeriodView> period = periods.of(day);
        boolean negative = lines.stream().anyMatch(line -> line.amount().isNegative());
        return new JournalEntryDraft(
                waitingTax.journal(),
                day,
                details.dates().issue(),
                day,
                period.map(FiscalPeriodView::code)
                        .orElseThrow(() -> RuleViolation.ofField("paidOn", "period.unknown", day)),
                negative ? EntryKind.CORRECTION : EntryKind.ORDINARY,
                details.number() + ", " + details.supplierName(),
                details.documentId(),
                details.number(),
                details.contentHash(),
                key,
                lines);
    }
}
