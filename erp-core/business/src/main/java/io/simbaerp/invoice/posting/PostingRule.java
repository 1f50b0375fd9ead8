package io.simbaerp.invoice.posting;

import io.simbaerp.invoice.posting.Posting.RegisterRow;
import io.simbaerp.invoice.posting.PostingInput.CodedAmount;
import io.simbaerp.invoice.posting.PostingInput.Nature;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import io.simbaerp.tax.TaxCodeView;
import io.simbaerp.tax.TaxKind;
import io.simbaerp.tax.VatDirection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rule by which an invoice is posted; the package's front page says it in words. */
public final class PostingRule {

    private final PostingInput input;
    private final Conversion conversion;
    private final EntryLines lines;
    private final List<RegisterRow> rows = new ArrayList<>();
    private Money exchangeDifference;

    private PostingRule(PostingInput input) {
        this.input = input;
        this.conversion = new Conversion(input.baseCurrency(), input.rates());
        this.lines = new EntryLines(input.baseCurrency());
        this.exchangeDifference = Money.zero(input.baseCurrency());
    }

    /** @throws IllegalArgumentException if the document is in another currency and no rate is given */
    public static Posting apply(PostingInput input) {
        return new PostingRule(input).posting();
    }

    private Posting posting() {
        List<VatShare> shares = VatShare.of(input, conversion);
        shares.forEach(this::costs);
        shares.forEach(this::tax);
        supplier();
        differences();
        boolean creditNote = input.nature() == Nature.CREDIT_NOTE;
        boolean correction =
                input.nature() != Nature.INVOICE || input.totals().credited().isNegative();
        return new Posting(
                correction ? EntryKind.CORRECTION : EntryKind.ORDINARY,
                lines.drafts(creditNote, correction && input.redLines()),
                creditNote ? rows.stream().map(PostingRule::negated).toList() : rows);
    }

    private void costs(VatShare share) {
        List<Money> taxes = costTaxes(share);
        List<Money> documentTaxes = documentCostTaxes(share);
        for (int i = 0; i < share.lines().size(); i++) {
            CodedAmount line = share.lines().get(i);
            lines.add(line.account(), Side.DEBIT, conversion.atLedgerRate(line.net()))
                    .transaction(line.net(), ledgerRate())
                    .coded(line)
                    .party(ahead(line));
            lines.add(line.account(), Side.DEBIT, taxes.get(i))
                    .transaction(documentTaxes.get(i), null)
                    .coded(line)
                    .party(ahead(line));
        }
    }

    /** Money paid ahead is kept per supplier, so that what is left of it can be seen. */
    private @Nullable UUID ahead(CodedAmount line) {
        return line.advance() ? input.claim().supplier() : null;
    }

    /** The tax on one unit of net that becomes cost. */
    private BigDecimal costPerUnit(TaxCodeView code) {
        Money hundred = new Money(new BigDecimal("100.00"), input.baseCurrency());
        BigDecimal lost = hundred.minus(deductible(code, hundred)).amount().movePointLeft(2);
        return code.ratePercent().movePointLeft(2).multiply(lost);
    }

    /** Tax of the document that becomes cost of its lines, in the company's currency. */
    private List<Money> costTaxes(VatShare share) {
        TaxCodeView code = share.code();
        return isOurVat(code)
                ? share.byLine(
                        share.tax().minus(deductible(code, share.tax())),
                        costPerUnit(code).multiply(conversion.vatFactor()))
                : Shares.of(
                        conversion.atLedgerRate(share.documentTax()),
                        share.lineTaxes().stream().map(Money::amount).toList(),
                        conversion.ledgerFactor());
    }

    private List<Money> documentCostTaxes(VatShare share) {
        TaxCodeView code = share.code();
        return isOurVat(code)
                ? share.byLine(share.documentTax().minus(deductible(code, share.documentTax())), costPerUnit(code))
                : share.lineTaxes();
    }

    private void tax(VatShare share) {
        TaxCodeView code = share.code();
        if (code.kind().selfAssessed()) {
            selfAssessed(share);
        } else if (isOurVat(code)) {
            Money deductible = deductible(code, share.tax());
            deducted(code, deductible).transaction(deductible(code, share.documentTax()), vatRate());
            exchangeDifference =
                    exchangeDifference.plus(share.tax()).minus(conversion.atLedgerRate(share.documentTax()));
            rows.add(new RegisterRow(VatDirection.INPUT, code.code(), share.base(), share.tax(), deductible));
        } else if (code.kind() == TaxKind.EXEMPT) {
            Money none = Money.zero(input.baseCurrency());
            rows.add(new RegisterRow(VatDirection.INPUT, code.code(), share.base(), none, none));
        }
    }

    /** The buyer declares the tax himself: it is owed and, as far as allowed, deducted; the rest is cost of its lines. */
    private void selfAssessed(VatShare share) {
        TaxCodeView code = share.code();
        Money tax = new Money(
                        share.base().amount().multiply(code.ratePercent()).divide(BigDecimal.valueOf(100)),
                        input.baseCurrency())
                .rounded();
        Money deductible = code.deduction().of(tax, input.proportionPercent());
        List<Money> cost = share.byLine(tax.minus(deductible), costPerUnit(code).multiply(conversion.vatFactor()));
        for (int i = 0; i < cost.size(); i++) {
            CodedAmount line = share.lines().get(i);
            lines.add(line.account(), Side.DEBIT, cost.get(i)).coded(line).party(ahead(line));
        }
        String inputAccount = deductible.isZero() ? "" : required(code.inputAccount(), code);
        lines.add(inputAccount, Side.DEBIT, deductible).vatCode(code.code());
        lines.add(required(code.outputAccount(), code), Side.CREDIT, tax).vatCode(code.code());
        rows.add(new RegisterRow(VatDirection.OUTPUT, code.code(), share.base(), tax, Money.zero(tax.currency())));
        rows.add(new RegisterRow(VatDirection.INPUT, code.code(), share.base(), tax, deductible));
    }

    /** A code without any deduction needs no account for it. */
    private EntryLines.Line deducted(TaxCodeView code, Money deductible) {
        String account = deductible.isZero() ? "" : inputAccount(code);
        return lines.add(account, Side.DEBIT, deductible).vatCode(code.code());
    }

    private void supplier() {
        PostingInput.Totals totals = input.totals();
        String account = input.accounts().supplier();
        lines.add(account, Side.CREDIT, conversion.atLedgerRate(totals.due()))
                .transaction(totals.due(), ledgerRate())
                .party(input.claim().payee())
                .openItem(input.claim().dueDate(), input.claim().splitPayment());
        lines.add(account, Side.CREDIT, conversion.atLedgerRate(totals.prepaid()))
                .transaction(totals.prepaid(), ledgerRate())
                .party(input.claim().supplier());
        Money rounding = conversion.atLedgerRate(totals.rounding());
        String roundingAccount = rounding.isNegative()
                ? input.accounts().roundingGain()
                : input.accounts().roundingLoss();
        lines.add(roundingAccount, Side.DEBIT, rounding)
                .transaction(totals.rounding(), ledgerRate())
                .upright();
    }

    /** Last of all: what the two rates make differ, and then the cents of converting line by line. */
    private void differences() {
        balanceWith(
                exchangeDifference,
                input.accounts().exchangeGain(),
                input.accounts().exchangeLoss());
        balanceWith(
                lines.debitsOverCredits(),
                input.accounts().roundingGain(),
                input.accounts().roundingLoss());
    }

    private void balanceWith(Money surplusOfDebits, String gain, String loss) {
        lines.add(surplusOfDebits.isNegative() ? loss : gain, Side.CREDIT, surplusOfDebits)
                .upright();
    }

    private Money deductible(TaxCodeView code, Money tax) {
        return code.deduction().of(tax, input.proportionPercent());
    }

    /** Whether the document's tax is ours to declare; foreign and undeclared tax is simply cost. */
    private static boolean isOurVat(TaxCodeView code) {
        return code.kind() == TaxKind.DOMESTIC;
    }

    private String inputAccount(TaxCodeView code) {
        String deferred = code.deferredAccount();
        return input.deferred() && deferred != null ? deferred : required(code.inputAccount(), code);
    }

    private static String required(@Nullable String account, TaxCodeView code) {
        if (account == null) {
            throw new IllegalArgumentException("The VAT code " + code.code() + " names no account to post to");
        }
        return account;
    }

    private @Nullable ExchangeRate ledgerRate() {
        return input.rates() == null ? null : input.rates().ledger();
    }

    private @Nullable ExchangeRate vatRate() {
        return input.rates() == null || input.totals().vatInBase() != null
                ? null
                : input.rates().vat();
    }

    private static RegisterRow negated(RegisterRow row) {
        return new RegisterRow(
                row.direction(),
                row.taxCode(),
                row.base().negated(),
                row.tax().negated(),
                row.deductibleTax().negated());
    }
}
