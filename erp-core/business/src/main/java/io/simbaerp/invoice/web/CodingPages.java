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
import io.simbaerp.ledger.dimension.Axes;
import io.simbaerp.ledger.dimension.Distributions;
import io.simbaerp.ledger.dimension.LineSplit;
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
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        private final Axes axes;
        private final Distributions keys;
        private final TaxCodes taxCodes;
        private final UsedBefore usedBefore;

        Books(
                ChartOfAccounts chart,
                CostCentres costCentres,
                Axes axes,
                Distributions keys,
                TaxCodes taxCodes,
                UsedBefore usedBefore) {
            this.chart = chart;
            this.costCentres = costCentres;
            this.axes = axes;
            this.keys = keys;
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
            Stream<CodingPage.Option> centres = costCentres.all().stream()
                    .filter(CostCentres.CostCentreView::active)
                    .map(centre -> CodingPage.Option.of(centre.code(), centre.name(language()), used));
            return Stream.concat(centres, keys(null, used)).toList();
        }

        List<CodingPage.Axis> axes(Map<String, Map<String, Integer>> used) {
            return axes.choices().stream()
                    .map(choice -> axis(choice, used.getOrDefault(choice.axis().code(), Map.of())))
                    .toList();
        }

        private CodingPage.Axis axis(Axes.Choice choice, Map<String, Integer> used) {
            Stream<CodingPage.Option> values = choice.values().stream()
                    .map(value -> CodingPage.Option.of(value.code(), value.name(language()), used));
            String code = choice.axis().code();
            return new CodingPage.Axis(
                    code,
                    choice.axis().name(language()),
                    Stream.concat(values, keys(code, used)).toList());
        }

        private Stream<CodingPage.Option> keys(@Nullable String axis, Map<String, Integer> used) {
            return keys.inUse(axis).stream()
                    .map(key -> CodingPage.Option.of(LineSplit.MARK + key.code(), key.name(language()), used));
        }

        List<CodingPage.Option> taxCodes(InvoiceDetails details, Map<String, Integer> used) {
            return taxCodes.validOn(details.dates().taxPoint()).stream()
                    .filter(TaxCodeView::purchase)
                    .map(code -> CodingPage.Option.of(code.code(), code.name(language()), used))
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
                books.axes(used.dimensions()),
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
        Map<String, CodableLine> codable = CodableLine.byKey(details.invoice());
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
                            line.dimensions(),
                            line.taxCode(),
                            formats.number(line.net()),
                            proposed);
                })
                .toList();
    }

    /** The coding with what distribution keys make of it; nothing if it couldn't be posted. */
    private Optional<List<CodedLine>> postable(InvoiceDetails details, List<CodedLine> lines) {
        LocalDate taxPoint = details.dates().taxPoint();
        LocalDate day = postingDate(details, null);
        try {
            return Optional.of(
                    coding.checked(CodableLine.of(details.invoice()), lines, taxPoint, day == null ? taxPoint : day));
        } catch (RuleViolation refused) {
            return Optional.empty();
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
        Optional<List<CodedLine>> postable = plan.lacksRate(details) ? Optional.empty() : postable(details, lines);
        if (postable.isEmpty()) {
            return null;
        }
        Posting posting = plan.of(details, postable.get());
        List<CodingPage.Preview.Line> entry = new ArrayList<>();
        posting.lines()
                .forEach(line -> entry.add(new CodingPage.Preview.Line(
                        line.account(),
                        names.getOrDefault(line.account(), ""),
                        line.costCentre(),
                        line.dimensions(),
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
