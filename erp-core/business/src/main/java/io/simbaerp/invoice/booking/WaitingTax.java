package io.simbaerp.invoice.booking;

import io.simbaerp.company.CurrentCompany;
import io.simbaerp.invoice.coding.PostingPolicies;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.money.Rounding;
import io.simbaerp.tax.TaxCodeView;
import io.simbaerp.tax.TaxCodes;
import io.simbaerp.tax.VatDirection;
import io.simbaerp.tax.VatRegister;
import io.simbaerp.tax.VatRegisterRowDraft;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What of an invoice's input tax still waits to be deducted, in the register and on the account it waits on. */
@Component
class WaitingTax {

    private static final BigDecimal ROUNDING_LEFT = new BigDecimal("0.02");

    private final VatRegister vatRegister;
    private final JournalEntries entries;
    private final TaxCodes taxCodes;
    private final PostingPolicies policies;
    private final CurrentCompany currentCompany;

    WaitingTax(
            VatRegister vatRegister,
            JournalEntries entries,
            TaxCodes taxCodes,
            PostingPolicies policies,
            CurrentCompany currentCompany) {
        this.vatRegister = vatRegister;
        this.entries = entries;
        this.taxCodes = taxCodes;
        this.policies = policies;
        this.currentCompany = currentCompany;
    }

    /**
     * What waits under one VAT code.
     *
     * @param first what waited when the invoice was posted
     * @param deferred what stands on the account where tax waits
     */
    record Part(TaxCodeView code, Amounts first, Money base, Money tax, Money deductible, Money deferred) {

        /** A share of what waited first, at most what is left; the last cents go with it. */
        Part share(BigDecimal share) {
            boolean last = left(base, first.base(), share) && left(tax, first.tax(), share);
            return last
                    ? this
                    : new Part(
                            code,
                            first,
                            part(first.base(), share),
                            part(first.tax(), share),
                            part(first.deductible(), share),
                            deferred.isZero() ? deferred : part(first.deductible(), share));
        }

        Part negated() {
            return new Part(code, first, base.negated(), tax.negated(), deductible.negated(), deferred.negated());
        }

        VatRegisterRowDraft row(InvoiceDetails details, @Nullable String month, String key) {
            return new VatRegisterRowDraft(
                    details.documentId(),
                    VatDirection.INPUT,
                    code.code(),
                    base,
                    tax,
                    deductible,
                    month,
                    details.ksefNumber(),
                    Objects.requireNonNull(details.supplierId()),
                    details.number(),
                    details.dates().issue(),
                    key);
        }

        LineDraft line(@Nullable String account, Side side) {
            return new LineDraft(
                    Objects.requireNonNull(account, "a code with tax to deduct names its account"),
                    side,
                    deferred,
                    null,
                    null,
                    null,
                    code.code(),
                    null,
                    null,
                    null,
                    false,
                    false);
        }

        private static boolean left(Money waiting, Money first, BigDecimal share) {
            BigDecimal rest =
                    waiting.amount().abs().subtract(part(first, share).amount().abs());
            return rest.compareTo(ROUNDING_LEFT) < 0;
        }

        private static Money part(Money whole, BigDecimal share) {
            return new Money(Rounding.toCurrency(whole.amount().multiply(share), whole.currency()), whole.currency());
        }
    }

    /** Base, tax and what of it may be deducted. */
    record Amounts(Money base, Money tax, Money deductible) {}

    /** By code; empty if nothing waits. */
    List<Part> of(InvoiceDetails details) {
        List<VatRegister.Row> rows = vatRegister.ofDocument(details.documentId());
        Set<UUID> takenBack = rows.stream()
                .map(VatRegister.Row::reverses)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<VatRegister.Row> input = rows.stream()
                .filter(row -> row.direction() == VatDirection.INPUT)
                .filter(row -> row.reverses() == null && !takenBack.contains(row.id()))
                .toList();
        List<JournalEntryDetails.Line> lines = entries.ofDocument(details.documentId()).stream()
                .flatMap(entry -> entry.lines().stream())
                .toList();
        return taxCodes.validOn(details.dates().taxPoint()).stream()
                .map(code -> part(code, input, lines))
                .filter(part -> !part.base().isZero()
                        || !part.tax().isZero()
                        || !part.deferred().isZero())
                .toList();
    }

    /** How often something of it was deducted already. */
    int deductions(InvoiceDetails details) {
        return (int) entries.ofDocument(details.documentId()).stream()
                .filter(entry -> entry.idempotencyKey().startsWith("vat-deduction:"))
                .count();
    }

    /** The journal purchases are posted to. */
    String journal() {
        return policies.journal();
    }

    private Part part(TaxCodeView code, List<VatRegister.Row> input, List<JournalEntryDetails.Line> lines) {
        List<VatRegister.Row> waiting = input.stream()
                .filter(row -> row.taxCode().equals(code.code()) && row.vatPeriod() == null)
                .toList();
        List<VatRegister.Row> first = waiting.stream()
                .filter(row -> row.base().amount().signum() * sign(waiting) > 0)
                .toList();
        Money deferred = lines.stream()
                .filter(line -> line.account().equals(code.deferredAccount()))
                .filter(line -> code.code().equals(line.vatCode()))
                .map(line -> line.side() == Side.DEBIT
                        ? line.amount()
                        : line.amount().negated())
                .reduce(zero(), Money::plus);
        return new Part(
                code,
                new Amounts(
                        sum(first, VatRegister.Row::base),
                        sum(first, VatRegister.Row::tax),
                        sum(first, VatRegister.Row::deductibleTax)),
                sum(waiting, VatRegister.Row::base),
                sum(waiting, VatRegister.Row::tax),
                sum(waiting, VatRegister.Row::deductibleTax),
                deferred);
    }

    private int sign(List<VatRegister.Row> waiting) {
        return sum(waiting, VatRegister.Row::base).amount().signum();
    }

    private Money sum(List<VatRegister.Row> rows, Function<VatRegister.Row, Money> amount) {
        return rows.stream().map(amount).reduce(zero(), Money::plus);
    }

    private Money zero() {
        CurrencyCode base = currentCompany.get().baseCurrency();
        return Money.zero(base).rounded();
    }
}
