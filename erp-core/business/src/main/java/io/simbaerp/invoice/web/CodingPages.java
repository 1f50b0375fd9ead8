package io.simbaerp.invoice.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.invoice.booking.PostingPlan;
import io.simbaerp.invoice.coding.CodableLine;
import io.simbaerp.invoice.coding.CodedLine;
import io.simbaerp.invoice.coding.Coding;
import io.simbaerp.invoice.coding.Precedent;
import io.simbaerp.invoice.coding.Proposal;
import io.simbaerp.invoice.coding.UsedBefore;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.posting.Posting;
import io.simbaerp.invoice.registration.PostingDay;
import io.simbaerp.invoice.registration.VatPeriod;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.ledger.CostCentres;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.Money;
import io.simbaerp.page.Formats;
import io.simbaerp.tax.TaxCodeView;
import io.simbaerp.tax.TaxCodes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Makes the form in which an invoice is coded: the proposal, what was coded before, or what was just entered. */
@Component
class CodingPages {

    private final Coding coding;
    private final PostingPlan plan;
    private final PostingDay postingDay;
    private final Books books;
    private final InvoiceNotes notes;
    private final Formats formats;

    CodingPages(
            Coding coding, PostingPlan plan, PostingDay postingDay, Books books, InvoiceNotes notes, Formats formats) {
        this.coding = coding;
        this.plan = plan;
        this.postingDay = postingDay;
        this.books = books;
        this.notes = notes;
        this.formats = formats;
    }

    /** What can be chosen. */
    @Component
    static class Books {

        private final ChartOfAccounts chart;
        private final CostCentres costCentres;
        private final TaxCodes taxCodes;
        private final UsedBefore usedBefore;

        Books(ChartOfAccounts chart, CostCentres costCentres, TaxCodes taxCodes, UsedBefore usedBefore) {
            this.chart = chart;
            this.costCentres = costCentres;
            this.taxCodes = taxCodes;
            this.usedBefore = usedBefore;
        }

        /**
         * Accounts that can't be used are there too: who looks for one learns why.
         *
         * @param advances whether the document is about money paid ahead, which is kept per supplier
         */
        List<CodingPage.Option> accounts(Map<String, Integer> used, boolean advances) {
            return chart.all().stream()
                    .filter(AccountView::postable)
                    .map(account -> new CodingPage.Option(
                            account.code(),
                            account.name(language()),
                            used.getOrDefault(account.code(), 0),
                            obstacle(account, advances)))
                    .toList();
        }

        private static @Nullable String obstacle(AccountView account, boolean advances) {
            if (!account.active()) {
                return "invoice.coding.off-closed";
            }
            boolean usable = account.control() == null || advances && "SUPPLIER".equals(account.control());
            return usable ? null : "invoice.coding.off-parties";
        }

        Map<String, String> accountNames() {
            return chart.all().stream()
                    .collect(Collectors.toMap(AccountView::code, account -> account.name(language())));
        }

        List<CodingPage.Option> costCentres(Map<String, Integer> used) {
            return costCentres.all().stream()
                    .filter(CostCentres.CostCentreView::active)
                    .map(centre -> new CodingPage.Option(
                            centre.code(), centre.name(language()), used.getOrDefault(centre.code(), 0), null))
                    .toList();
        }

        List<CodingPage.Option> taxCodes(InvoiceDetails details, Map<String, Integer> used) {
            return taxCodes.validOn(details.dates().taxPoint()).stream()
                    .filter(TaxCodeView::purchase)
                    .map(code -> new CodingPage.Option(
                            code.code(), code.name(language()), used.getOrDefault(code.code(), 0), null))
                    .toList();
        }

        private static String language() {
            return LocaleContextHolder.getLocale().getLanguage();
        }
    }

    CodingPage page(InvoiceDetails details, @Nullable EnteredCoding entered) {
        Proposal proposal = coding.proposed(
                details.invoice(), details.supplierId(), details.dates().taxPoint());
        boolean fresh = details.coding().isEmpty();
        List<CodedLine> lines = fresh ? proposal.lines() : details.coding();
        Map<String, String> names = books.accountNames();
        UsedBefore.Counts used = books.usedBefore.of(details.supplierId());
        List<CodingPage.Row> rows = entered != null ? entered.rows(details, names) : rows(details, lines, names, fresh);
        return new CodingPage(
                notes.of(details),
                rows,
                (int) rows.stream().filter(CodingPage.Row::proposed).count(),
                details.net(),
                vat(details),
                precedent(proposal),
                books.accounts(
                        used.accounts(),
                        CodableLine.of(details.invoice()).stream().anyMatch(CodableLine::advance)),
                books.costCentres(used.costCentres()),
                books.taxCodes(details, used.taxCodes()),
                VatPeriod.choices(details.dates(), details.invoice()),
                entered != null ? entered.vatPeriod() : details.vatPeriod(),
                entered != null ? entered.vatPeriodReason() : details.vatPeriodReason(),
                VatPeriod.isCorrection(details.invoice()),
                VatPeriod.isOnPayment(details.invoice()) || details.vatPeriod() == null,
                postingDate(details, entered),
                dates(details),
                preview(details, lines, names),
                entered == null || entered.version() == null ? details.version() : entered.version());
    }

    private @Nullable LocalDate postingDate(InvoiceDetails details, @Nullable EnteredCoding entered) {
        if (entered != null) {
            return entered.postingDate();
        }
        return details.postingDate() != null
                ? details.postingDate()
                : postingDay.proposed(details.dates()).map(PostingDay.Day::date).orElse(null);
    }

    private static Money vat(InvoiceDetails details) {
        Money stated = details.invoice().totals().vat();
        return stated == null ? Money.zero(details.invoice().currency()) : stated;
    }

    private static CodingPage.Dates dates(InvoiceDetails details) {
        return new CodingPage.Dates(
                details.dates().issue(),
                details.dates().supplyTo(),
                details.dates().taxPoint(),
                details.dates().received());
    }

    private List<CodingPage.Row> rows(
            InvoiceDetails details, List<CodedLine> lines, Map<String, String> names, boolean proposed) {
        Map<String, CodableLine> codable = CodableLine.of(details.invoice()).stream()
                .collect(Collectors.toMap(CodableLine::key, Function.identity()));
        return lines.stream()
                .map(line -> {
                    CodableLine of = Objects.requireNonNull(codable.get(line.line()));
                    return new CodingPage.Row(
                            line.line(),
                            of.text(),
                            of.net(),
                            line.account(),
                            names.getOrDefault(line.account(), ""),
                            line.costCentre(),
                            line.taxCode(),
                            formats.number(line.net()),
                            proposed);
                })
                .toList();
    }

    private boolean isPostable(InvoiceDetails details, List<CodedLine> lines) {
        try {
            coding.check(
                    CodableLine.of(details.invoice()), lines, details.dates().taxPoint());
            return true;
        } catch (RuleViolation refused) {
            return false;
        }
    }

    private static CodingPage.@Nullable Precedent precedent(Proposal proposal) {
        if (proposal.reasons().isEmpty()) {
            return null;
        }
        Map<Precedent, List<String>> lines = proposal.reasons().stream()
                .collect(Collectors.groupingBy(
                        Proposal.Reason::precedent,
                        LinkedHashMap::new,
                        Collectors.mapping(Proposal.Reason::line, Collectors.toList())));
        return new CodingPage.Precedent(
                lines.entrySet().stream()
                        .map(entry -> followed(entry.getKey(), entry.getValue()))
                        .toList(),
                proposal.lines().stream()
                        .map(CodedLine::line)
                        .filter(line -> proposal.precedent(line).isEmpty())
                        .collect(Collectors.joining(", ")));
    }

    private static CodingPage.Followed followed(Precedent precedent, List<String> lines) {
        return new CodingPage.Followed(
                String.join(", ", lines),
                "invoice.coding.basis." + precedent.basis(),
                precedent.documentId(),
                precedent.number(),
                precedent.issueDate(),
                precedent.times(),
                precedent.of());
    }

    /** Without its rates an invoice in another currency has no entry yet. */
    private CodingPage.@Nullable Preview preview(
            InvoiceDetails details, List<CodedLine> lines, Map<String, String> names) {
        if (plan.lacksRate(details) || !isPostable(details, lines)) {
            return null;
        }
        Posting posting = plan.of(details, lines);
        List<CodingPage.Preview.Line> entry = new ArrayList<>();
        posting.lines()
                .forEach(line -> entry.add(new CodingPage.Preview.Line(
                        line.account(),
                        names.getOrDefault(line.account(), ""),
                        line.costCentre(),
                        line.side() == Side.DEBIT ? line.amount() : null,
                        line.side() == Side.CREDIT ? line.amount() : null)));
        return new CodingPage.Preview(
                entry,
                posting.rows().stream()
                        .map(row -> new CodingPage.Preview.Register(
                                row.direction().name(), row.taxCode(), row.base(), row.tax(), row.deductibleTax()))
                        .toList());
    }
}
