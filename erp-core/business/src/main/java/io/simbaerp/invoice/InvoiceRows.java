package io.simbaerp.invoice;

import io.simbaerp.architecture.Actor;
import io.simbaerp.invoice.coding.CodableLine;
import io.simbaerp.invoice.coding.CodedJson;
import io.simbaerp.invoice.coding.CodedLine;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.received.InvoiceTotals;
import io.simbaerp.invoice.received.Payee;
import io.simbaerp.invoice.received.PaymentInstructions;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.VatBreakdown;
import io.simbaerp.invoice.registration.InvoiceDates;
import io.simbaerp.invoice.registration.Payees;
import io.simbaerp.invoice.registration.SupplierKey;
import io.simbaerp.invoice.registration.SupplierMatch;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** What a purchase invoice keeps in columns and rows of its own. Amounts are in the invoice's currency. */
final class InvoiceRows {

    private InvoiceRows() {}

    /** The dates the supplier states, and the one we saw it on. */
    @Embeddable
    record Dates(
            LocalDate issueDate,
            @Nullable LocalDate supplyFrom,
            @Nullable LocalDate supplyTo,
            LocalDate taxPoint,
            LocalDate receivedOn,
            @Nullable LocalDate dueDate) {

        static Dates of(InvoiceDates dates) {
            return new Dates(
                    dates.issue(),
                    dates.supplyFrom(),
                    dates.supplyTo(),
                    dates.taxPoint(),
                    dates.received(),
                    dates.due());
        }

        InvoiceDates facts(ReceivedInvoice invoice) {
            return new InvoiceDates(
                    issueDate, supplyFrom, supplyTo, taxPoint, receivedOn, dueDate, InvoiceDates.Corrected.of(invoice));
        }
    }

    /** Who claims the money, as the invoice states it. */
    @Embeddable
    record Supplier(
            String supplierKey,
            String supplierName,
            @Nullable String supplierTaxId,
            @Nullable UUID supplierId,
            @Enumerated(EnumType.STRING) SupplierMatch.@Nullable How supplierMatch,
            @Nullable String payeeName,
            @Nullable String payeeAccount,
            @Nullable UUID payeeId) {

        static Supplier of(ReceivedInvoice invoice) {
            return new Supplier(
                    SupplierKey.of(invoice.seller()),
                    Objects.requireNonNull(invoice.seller().name()),
                    SupplierKey.taxId(invoice.seller()).orElse(null),
                    null,
                    null,
                    Payees.other(invoice).map(Payee::name).orElse(null),
                    account(invoice.payment()),
                    null);
        }

        Supplier paidTo(UUID payee) {
            return new Supplier(
                    supplierKey,
                    supplierName,
                    supplierTaxId,
                    supplierId,
                    supplierMatch,
                    payeeName,
                    payeeAccount,
                    payee);
        }

        Supplier matched(SupplierMatch match) {
            return new Supplier(
                    supplierKey,
                    supplierName,
                    supplierTaxId,
                    match.partyId(),
                    match.how(),
                    payeeName,
                    payeeAccount,
                    payeeId);
        }

        InvoiceDetails.Supplier view() {
            return new InvoiceDetails.Supplier(
                    supplierKey,
                    supplierName,
                    supplierTaxId,
                    supplierId,
                    supplierMatch,
                    payeeName,
                    payeeAccount,
                    payeeId);
        }

        private static @Nullable String account(@Nullable PaymentInstructions payment) {
            return payment == null
                    ? null
                    : payment.creditTransfers().stream()
                            .map(PaymentInstructions.CreditTransfer::account)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null);
        }
    }

    /** That somebody decided to reject the invoice, and why. */
    @Embeddable
    record Refusal(String rejectionReason, String refusedBy, Instant refusedAt) {}

    /** A rate with its table and date. */
    @Embeddable
    record Rate(BigDecimal rate, LocalDate rateDate, String rateTable, String rateSource) {

        static @Nullable Rate of(@Nullable ExchangeRate rate) {
            return rate == null ? null : new Rate(rate.rate(), rate.date(), rate.table(), rate.source());
        }

        ExchangeRate view(CurrencyCode currency, CurrencyCode base) {
            return new ExchangeRate(currency, base, rate.stripTrailingZeros(), rateDate, rateTable, rateSource);
        }
    }

    /** BT-106 to BT-115. */
    @Embeddable
    record Totals(
            @Nullable BigDecimal linesNet,
            @Nullable BigDecimal allowances,
            @Nullable BigDecimal charges,
            BigDecimal net,
            @Nullable BigDecimal vat,
            @Nullable BigDecimal vatInAccountingCurrency,
            @Nullable String vatCurrency,
            BigDecimal gross,
            @Nullable BigDecimal prepaid,
            @Nullable BigDecimal rounding,
            BigDecimal due) {

        static Totals of(InvoiceTotals totals) {
            Money inAccounting = totals.vatInAccountingCurrency();
            return new Totals(
                    amount(totals.lines()),
                    amount(totals.allowances()),
                    amount(totals.charges()),
                    required(totals.withoutVat()),
                    amount(totals.vat()),
                    amount(inAccounting),
                    inAccounting == null ? null : inAccounting.currency().code(),
                    required(totals.withVat()),
                    amount(totals.prepaid()),
                    amount(totals.rounding()),
                    required(totals.due()));
        }
    }

    /** A row of the supplier's VAT breakdown (BG-23). */
    @Embeddable
    record Vat(
            UUID companyId,
            String category,
            @Nullable BigDecimal rate,
            BigDecimal taxable,
            BigDecimal tax,
            @Nullable String exemptionReason) {

        static Vat of(UUID company, VatBreakdown vat) {
            return new Vat(
                    company,
                    Objects.requireNonNull(vat.category()),
                    vat.rate(),
                    required(vat.taxable()),
                    required(vat.tax()),
                    vat.exemptionReason() != null ? vat.exemptionReason() : vat.exemptionReasonCode());
        }
    }

    /** A line, or a part of one, and where it goes. */
    @Embeddable
    record Coding(
            UUID companyId,
            String line,
            String text,
            @Nullable String item,
            @Nullable String category,
            @Nullable BigDecimal rate,
            String account,
            @Nullable String costCentre,
            @ColumnTransformer(write = "?::jsonb") String dimensions,
            String taxCode,
            BigDecimal net,
            @ColumnTransformer(write = "?::jsonb") String shares) {

        static List<Coding> all(UUID company, ReceivedInvoice invoice, List<CodedLine> coding) {
            Map<String, CodableLine> lines = CodableLine.byKey(invoice);
            return coding.stream()
                    .map(coded -> of(company, coded, Objects.requireNonNull(lines.get(coded.line()))))
                    .toList();
        }

        private static Coding of(UUID company, CodedLine coded, CodableLine line) {
            return new Coding(
                    company,
                    coded.line(),
                    line.text(),
                    line.item(),
                    line.category(),
                    line.rate(),
                    coded.account(),
                    coded.costCentre(),
                    CodedJson.write(coded.dimensions()),
                    coded.taxCode(),
                    coded.net().amount(),
                    CodedJson.write(coded.shares()));
        }

        CodedLine view(CurrencyCode currency) {
            return new CodedLine(
                    line,
                    account,
                    costCentre,
                    CodedJson.dimensions(dimensions),
                    taxCode,
                    new Money(net, currency).plain(),
                    CodedJson.shares(shares, currency));
        }
    }

    /** Somebody who coded the invoice. */
    @Embeddable
    record Coder(UUID companyId, UUID person, Instant codedAt) {}

    /** A question to a person, and what they answered. */
    @Embeddable
    record Asked(
            UUID companyId,
            @Enumerated(EnumType.STRING) Question kind,
            Instant askedAt,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt,
            @Nullable String comment) {

        static Asked open(UUID company, Question kind, Instant now) {
            return new Asked(company, kind, now, null, null, null, null);
        }

        static Optional<Question> next(List<Asked> questions) {
            return questions.stream()
                    .filter(asked -> asked.answer() == null)
                    .map(Asked::kind)
                    .sorted()
                    .findFirst();
        }

        boolean waitsFor(Question question) {
            return answer == null && kind == question;
        }

        Asked answered(String given, @Nullable String why, Actor by, Instant now) {
            return new Asked(companyId, kind, askedAt, given, by.toString(), now, why);
        }
    }

    private static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }

    private static BigDecimal required(@Nullable Money money) {
        return Objects.requireNonNull(money, "never registered without").amount();
    }
}
